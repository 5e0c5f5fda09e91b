import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

const menu = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true });
const items = (page: Page) => page.getByRole("dialog", { name: "Saved views" });
const pinned = (page: Page) => page.getByRole("navigation").getByRole("region", { name: "Pinned views" });
const totals = (page: Page) => page.getByRole("status", { name: "Totals" });

/** Opens the menu of the views and takes one of its items. */
async function take(page: Page, name: string, item: string): Promise<void> {
  await menu(page, name).click();
  await items(page).getByRole("button", { name: item }).click();
}

/** Keeps what the list shows as a view that stands in the navigation. */
async function saveAndPin(page: Page, name: string): Promise<void> {
  await take(page, "Views", "Save view…");
  const dialog = page.getByRole("dialog", { name: "Save view" });
  await dialog.getByRole("textbox", { name: "Name of the view" }).fill(name);
  await dialog.getByRole("checkbox", { name: "Pin to the navigation" }).click();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(dialog).toBeHidden();
}

test.describe("a saved view", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, sampleFile }) => {
    desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
  });

  test("is kept, pinned and found again after a restart", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/programs?status=Off+Track&view=board");
    await saveAndPin(page, "Worst first");
    const link = pinned(page).getByRole("link", { name: "Worst first" });
    await expect(link).toHaveAttribute("aria-current", "page");
    await expect(link).toContainText("24");

    await page.getByRole("link", { name: "Risks", exact: true }).click();
    await expect(link).not.toHaveAttribute("aria-current", "page");
    await desk.restart();
    await openWindow(desk, "#/risks");
    await link.click();
    await expect(page.getByRole("group", { name: "Board", exact: true })).toBeVisible();
    await expect(totals(page)).toHaveText("24 programs24 off track");
    await expect(link).toHaveAttribute("aria-current", "page");
    await expect(menu(page, "Worst first")).toBeVisible();
  });

  test("says that it was changed since, and takes the change over when it is asked to", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/programs?status=Off+Track");
    await saveAndPin(page, "Worst");
    await page.getByRole("button", { name: "Filter by Status" }).click();
    await page.getByRole("checkbox", { name: /At Risk/ }).click();
    await page.keyboard.press("Escape");
    await expect(totals(page)).toContainText("48 programs");
    await expect(pinned(page).getByRole("link", { name: "Worst" })).not.toHaveAttribute(
      "aria-current",
      "page",
    );
    await page.reload();
    await take(page, "Worst, changed since it was saved", "Save changes");
    await expect(menu(page, "Worst")).toBeVisible();
    await expect(pinned(page).getByRole("link", { name: "Worst" })).toContainText("48");
    await expect(pinned(page).getByRole("link", { name: "Worst" })).toHaveAttribute("aria-current", "page");
  });

  test("is renamed, taken out of the navigation and deleted, with a way back", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/programs?status=Off+Track");
    await saveAndPin(page, "Worst");
    await take(page, "Worst", "Rename…");
    const dialog = page.getByRole("dialog", { name: "Rename view" });
    await dialog.getByRole("textbox", { name: "Name of the view" }).fill("Red list");
    await dialog.getByRole("button", { name: "Rename view" }).click();
    await expect(pinned(page).getByRole("link", { name: "Red list" })).toBeVisible();

    await menu(page, "Red list").click();
    await items(page).getByRole("checkbox", { name: "Pin to the navigation" }).click();
    await expect(pinned(page)).toHaveCount(0);
    await page.keyboard.press("Escape");
    await take(page, "Red list", "Delete view");
    await expect(menu(page, "Views")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(menu(page, "Red list")).toBeVisible();
  });

  test("does not take a name that is taken, and says so", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/programs?status=Off+Track");
    await saveAndPin(page, "Worst");
    await take(page, "Worst", "Save as…");
    const dialog = page.getByRole("dialog", { name: "Save view" });
    await dialog.getByRole("textbox", { name: "Name of the view" }).fill("WORST");
    await dialog.getByRole("button", { name: "Save view" }).click();
    await expect(dialog).toContainText('There is a view "WORST" already; choose another name.');
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`and its menu have nothing that axe finds in ${colorScheme}`, async ({ openWindow, page }) => {
      await page.emulateMedia({ colorScheme });
      await openWindow(desk, "#/programs?status=Off+Track");
      await saveAndPin(page, "Worst");
      await menu(page, "Worst").click();
      await expect(items(page).getByRole("button", { name: "Save as…" })).toBeVisible();
      await expectAccessible(page);
    });
  }
});
