import type { Page } from "@playwright/test";
import { cell, portfolio, row } from "./fourteen-programs";
import { expect, test } from "./test";

test.describe("the selected programs of the table", () => {
  let page: Page;
  test.beforeEach(async ({ ownDesk, openWindow, writePortfolio }) => {
    page = await openWindow(
      await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } }),
    );
    await expect(row(page, "Program 01")).toBeVisible();
    // Without the assistant, the owners have room.
    await page.keyboard.press("Control+j");
    await expect(page.getByRole("columnheader", { name: "Owner" })).toBeVisible();
  });

  test("are changed at once, after a preview, and taken back as one step", async () => {
    await page.getByRole("checkbox", { name: "Select Program 01" }).click();
    await page.getByRole("checkbox", { name: "Select Program 12" }).click({ modifiers: ["Shift"] });
    const bar = page.getByRole("region", { name: "Selection" });
    await expect(bar).toContainText("12 selected");
    await bar.getByRole("button", { name: "Change Owner" }).click();
    const dialog = page.getByRole("dialog", { name: "Change Owner" });
    await dialog.getByRole("combobox", { name: "New value" }).fill("Grace Hall");
    await expect(dialog).toContainText("Owner: Ada Brandt to Grace Hall10 programs");
    await expect(dialog).toContainText("2 are already so.");
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "Change 10 programs" }).click();
    await expect(cell(page, "Program 10", "owner")).toHaveText("Grace Hall");
    await expect(page.getByText("10 programs changed")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(cell(page, "Program 01", "owner")).toHaveText("Ada Brandt");
    await expect(cell(page, "Program 10", "owner")).toHaveText("Ada Brandt");
  });

  test("are deleted as one step, and brought back", async () => {
    await page.getByRole("checkbox", { name: "Select Program 03" }).click();
    await page.getByRole("checkbox", { name: "Select Program 05" }).click();
    const bar = page.getByRole("region", { name: "Selection" });
    await bar.getByRole("button", { name: "Delete the selected programs" }).click();
    await expect(page.getByText("2 programs deleted").first()).toBeVisible();
    await expect(bar).toBeHidden();
    await expect(row(page, "Program 03")).toHaveCount(0);
    await expect(row(page, "Program 04")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(row(page, "Program 03")).toBeVisible();
    await expect(row(page, "Program 05")).toBeVisible();
  });

  test("have their launch moved, all that the filter shows, but for the undated", async () => {
    await row(page, "Program 01").focus();
    await page.keyboard.press("Control+a");
    const bar = page.getByRole("region", { name: "Selection" });
    await expect(bar).toContainText("14 selected");
    await bar.getByRole("button", { name: "Change Launch" }).click();
    const dialog = page.getByRole("dialog", { name: "Change Launch" });
    await dialog.getByRole("textbox", { name: "Move by" }).fill("2");
    await expect(dialog).toContainText("Launch: 15 Mar 2027 to 29 Mar 2027");
    await expect(dialog).toContainText("1 has no launch date");
    await dialog.getByRole("button", { name: "Change 13 programs" }).click();
    await expect(cell(page, "Program 14", "launch_date")).toContainText("29 Mar 2027");
    await row(page, "Program 01").focus();
    await page.keyboard.press("Escape");
    await expect(bar).toBeHidden();
    await page.keyboard.press("x");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(bar).toContainText("2 selected");
  });
});
