import type { Page } from "@playwright/test";
import { portfolio, row } from "./fourteen-programs";
import { ask, expect, expectAccessible, test } from "./test";

const panel = (page: Page) => page.getByRole("complementary", { name: "Assistant" });

/** Says what questions are about, and opens the choice of it. */
const about = (page: Page) => panel(page).getByRole("button", { name: /^Questions are about/ });

async function choose(page: Page, choice: string): Promise<void> {
  await about(page).click();
  await page.getByRole("menuitem", { name: choice }).click();
  await expect(about(page)).toHaveText(choice);
}

test.describe("what questions are about", () => {
  let page: Page;
  test.beforeEach(async ({ ownDesk, openWindow, writePortfolio }) => {
    page = await openWindow(
      await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } }),
    );
    await expect(row(page, "Program 01")).toBeVisible();
    await expect(panel(page).getByText("Whole portfolio")).toBeVisible();
  });

  test("are the selected programs as soon as some are, and a wish changes those alone", async () => {
    await page.getByRole("checkbox", { name: "Select Program 02" }).click();
    await page.getByRole("checkbox", { name: "Select Program 06" }).click();
    await expect(about(page)).toHaveText("2 selected programs");
    const answer = await ask(page, "push the launch by two weeks because the vendor slipped");
    await expect(answer).toContainText("Of the 2 selected programs:");
    await answer.getByRole("button", { name: "Change 2 launch dates" }).click();
    await expect(row(page, "Program 06")).toContainText("29 Mar 2027");
    await expect(row(page, "Program 02")).toContainText("29 Mar 2027");
    await expect(row(page, "Program 01")).toContainText("15 Mar 2027");
    await expect(about(page)).toHaveText("2 selected programs");

    await choose(page, "Whole portfolio");
    await expect(await ask(page, "how many programs are at risk?")).toContainText(
      "There are 7 At Risk programs.",
    );
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect(about(page)).toHaveCount(0);
  });

  test("are the list on screen where that is chosen, and the saved view that it is", async () => {
    await page.getByRole("button", { name: "Filter by Status" }).click();
    await page.getByRole("checkbox", { name: /At Risk/ }).click();
    await page.keyboard.press("Escape");
    await expect(about(page)).toHaveText("Whole portfolio");
    await choose(page, "This list: 7 programs");
    const answer = await ask(page, "who owns the most of them?");
    await expect(answer).toContainText("Of the 7 programs in the list on screen:");
    await expect(answer).toContainText("Ada Brandt: 5");

    await page.getByRole("main").getByRole("button", { name: "Views", exact: true }).click();
    await page.getByRole("button", { name: "Save view…" }).click();
    const dialog = page.getByRole("dialog", { name: "Save view" });
    await dialog.getByRole("textbox", { name: "Name of the view" }).fill("Shaky");
    await dialog.getByRole("button", { name: "Save view" }).click();
    await expect(about(page)).toHaveText("Shaky: 7 programs");
    await expect(await ask(page, "how many are there?")).toContainText(
      "Of the 7 programs in the view “Shaky”:",
    );
    await expectAccessible(page);

    await page.getByRole("link", { name: "Risks", exact: true }).click();
    await expect(panel(page).getByText("Whole portfolio")).toBeVisible();
    await expect(about(page)).toHaveCount(0);
  });

  test("are the program whose page is open, else all, by keyboard", async () => {
    await row(page, "Program 03").getByRole("link").click();
    await expect(about(page)).toHaveText("Program 03");
    await about(page).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Program 03" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(about(page)).toHaveText("Whole portfolio");
    await expect(about(page)).toBeFocused();
    await expect(await ask(page, "how many programs are there?")).toContainText("There are 14 programs.");
  });

  test("are the programs that the overview sums up where that is chosen", async () => {
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await page.getByRole("button", { name: "Filter by Owner" }).click();
    await page.getByRole("checkbox", { name: /Grace Hall/ }).click();
    await page.keyboard.press("Escape");
    await choose(page, "This list: 3 programs");
    await expect(await ask(page, "average progress")).toContainText(
      "Of the 3 programs in the list on screen:",
    );
  });
});
