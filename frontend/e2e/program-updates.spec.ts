import type { Desk } from "./desk";
import { dayFrom, herons, saved } from "./heron";
import { expect, test } from "./test";

test.describe("the status updates of a program", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(herons), asOf: dayFrom(-10) } });
  });

  test("begin with what happened since the last one, and a draft is kept", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    await page.getByRole("checkbox", { name: "Nets up is done" }).click();
    await expect(page.getByRole("checkbox", { name: "Nets up is done" })).toBeChecked();
    await page.getByRole("combobox", { name: "State of No ferry" }).click();
    await page.getByRole("option", { name: "Closed" }).click();
    await page.getByRole("button", { name: "Team: Harbour" }).click();
    await page.getByRole("combobox", { name: "Team" }).fill("Summit");
    await page.keyboard.press("Enter");
    await expect(saved(page)).toHaveText("Saved");

    await page.getByRole("button", { name: "Write update" }).click();
    const facts = page.getByRole("region", { name: "Facts since the last update" });
    await expect(facts.getByRole("listitem")).toHaveCount(3);
    await expect(facts).toContainText("Team: Harbour → Summit");
    await expect(facts).toContainText("Nets up done on");
    await expect(facts).toContainText("Risk closed: No ferry");
    await facts.getByRole("button", { name: /^Leave out: Team/ }).click();
    await page.getByRole("textbox", { name: "What happened, and what comes next" }).fill("The nets are up.");
    await page.getByRole("textbox", { name: "What is needed from others" }).fill("Two boats.");
    await page.getByRole("link", { name: "Risks", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Risks");
    await page.goBack();

    await page.getByRole("button", { name: "Continue update" }).click();
    await expect(page.getByRole("textbox", { name: "What happened, and what comes next" })).toHaveValue(
      "The nets are up.",
    );
    await expect(facts.getByRole("listitem")).toHaveCount(2);
    const form = page.locator("form").filter({ hasText: "What happened" });
    await form.getByRole("textbox", { name: "Progress" }).fill("60");
    await form.getByRole("textbox", { name: "Progress" }).press("Control+Enter");
    await expect(form).toBeHidden();
    const feed = page.getByRole("region", { name: "Status updates" });
    await expect(feed.getByRole("listitem").first()).toContainText("The nets are up.");
    await expect(feed).toContainText("Nets up done on");
    await expect(feed).toContainText("Two boats.");
    await expect(feed).not.toContainText("Summit");
    await expect(page.getByRole("button", { name: "Progress: 60" })).toBeVisible();

    await page.getByRole("button", { name: "Write update" }).click();
    await expect(facts).toContainText("Nothing changed");
  });

  test("say what they changed, and that they were corrected", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    const feed = page.getByRole("region", { name: "Status updates" });
    for (const [text, progress] of [
      ["First count.", "45"],
      ["Second count.", "50"],
    ] as const) {
      await page.getByRole("button", { name: "Write update" }).click();
      const form = page.locator("form").filter({ hasText: "What happened" });
      await form.getByRole("textbox", { name: "What happened" }).fill(text);
      await form.getByRole("textbox", { name: "Progress" }).fill(progress);
      await form.getByRole("button", { name: "Post update" }).click();
      await expect(form).toBeHidden();
      await expect(feed.getByRole("listitem").first()).toContainText(text);
    }
    const newest = feed.getByRole("listitem").first();
    await expect(newest).toContainText("45 %50 %");
    await feed.getByRole("button", { name: "Differences", pressed: true }).click();
    await expect(newest).not.toContainText("45 %");
    await expect(newest).not.toContainText("corrected");
    await newest.getByRole("button", { name: /^Correct/ }).click();
    const dialog = page.getByRole("dialog", { name: "Correct status update" });
    await dialog.getByRole("textbox", { name: "Author" }).fill("Ben Okafor");
    await dialog.getByRole("button", { name: "Save update" }).click();
    await expect(newest).toContainText("corrected");
  });
});
