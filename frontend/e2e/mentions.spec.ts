import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

const program = (id: string, name: string, owner: string) => ({ id, name, status: "On Track", owner });

test.describe("a record is mentioned", () => {
  let desk: Desk;
  test.beforeAll(async ({ startDesk, writePortfolio }) => {
    const file = writePortfolio([
      program("d1", "Depot", "Kim"),
      program("d2", "Depot North", "Lee"),
      program("t1", "Twin", "Max"),
      program("t2", "Twin", "Zoe"),
      program("r1", "At Risk Review", "Ada"),
    ]);
    desk = await startDesk({ portfolio: { file, asOf: "2026-01-31" } });
  });
  test.afterAll(() => desk.stop());

  test("by typing @ and a part of its name, and the answer is about it", async ({ openWindow }) => {
    const page = await openWindow(desk);
    const composer = page.getByRole("textbox", { name: "Message to the assistant" });
    const list = page.getByRole("listbox", { name: "Programs and objectives" });
    const options = list.getByRole("option");
    await composer.pressSequentially("Who owns @");
    await expect(options).toHaveCount(5);
    await composer.pressSequentially("dep");
    await expect(options).toHaveCount(2);
    await expect(options.first()).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page);
    await composer.press("ArrowDown");
    await expect(options.last()).toHaveAttribute("aria-selected", "true");
    await composer.press("ArrowDown");
    await composer.press("Enter");
    await expect(composer).toHaveValue('Who owns "Depot" ');
    await expect(page.getByRole("article")).toHaveCount(0);
    await expect(list).toHaveCount(0);
    await composer.press("Enter");
    await expect(page.getByRole("article").last()).toContainText("Kim");
    await expect(page.getByRole("article").last()).not.toContainText("Lee");

    // Of two that are called the same, the one that was chosen is meant.
    await composer.pressSequentially("Who owns @twi");
    await expect(options).toHaveCount(2);
    await options.last().click();
    await expect(composer).toBeFocused();
    await composer.press("Enter");
    await expect(page.getByRole("article")).toHaveCount(2);
    await expect(page.getByRole("article").last()).toContainText("Zoe");

    await composer.pressSequentially("Who owns @at risk");
    await expect(options).toHaveCount(1);
    await composer.press("Tab");
    await composer.press("Enter");
    await expect(page.getByRole("article")).toHaveCount(3);
    await expect(page.getByRole("article").last()).toContainText("Ada");
  });

  test("not where Escape says so, and what is typed is sent as it is", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await page.getByRole("button", { name: "New conversation" }).click();
    const composer = page.getByRole("textbox", { name: "Message to the assistant" });
    const list = page.getByRole("listbox", { name: "Programs and objectives" });
    await composer.pressSequentially("How is @depot");
    await expect(list).toBeVisible();
    await composer.press("Escape");
    await expect(list).toHaveCount(0);
    await composer.pressSequentially(" no");
    await expect(list).toHaveCount(0);
    await composer.press("Enter");
    await expect(page.getByRole("log", { name: "Conversation" })).toContainText("How is @depot no");
  });
});
