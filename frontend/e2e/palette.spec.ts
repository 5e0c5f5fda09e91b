import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectKept, test } from "./test";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search, do or ask" });
const field = (page: Page) => palette(page).getByRole("combobox", { name: "Search, do or ask" });
const options = (page: Page) => palette(page).getByRole("option");

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

/** Opens the palette with its keys, types and waits until the line is the one that Enter takes. */
async function choose(page: Page, text: string, line: RegExp): Promise<void> {
  await openPalette(page);
  await page.keyboard.type(text);
  const wanted = options(page).filter({ hasText: line }).first();
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 10; step++) {
    const active = await field(page).getAttribute("aria-activedescendant");
    if (active === (await wanted.getAttribute("id"))) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeHidden();
}

test("the palette goes to pages, views, programs and what hangs on them, by keyboard alone", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  await choose(page, "mile", /^Milestones/);
  await expect(page.getByRole("heading", { level: 1, name: "Milestones" })).toBeVisible();

  await choose(page, "compass 006", /^Compass 006/);
  await expect(page.getByRole("heading", { level: 1, name: "Compass 006" })).toBeVisible();

  await choose(page, "supplier 011", /^Supplier of 011 withdraws.*Risk · /);
  await expect(page.getByRole("heading", { level: 1, name: "Depot 011" })).toBeVisible();
  await expect(page).toHaveURL(/record=risk-011/);

  await choose(page, "pilot 012", /^Pilot of 012.*Milestone · /);
  await expect(page).toHaveURL(/record=milestone-012/);

  await choose(page, "serve fas", /^Serve faster.*Objective/);
  await expect(page.getByRole("heading", { level: 1, name: "Objectives" })).toBeVisible();

  await choose(page, "boa", /^Board/);
  await expect(page.getByRole("group", { name: "Board", exact: true })).toBeVisible();
});

test("programs come first, and an older search never answers for a newer text", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  await openPalette(page);
  await page.keyboard.type("ledger 040", { delay: 5 });
  await expect(options(page).first()).toContainText("Ledger 040");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ledger 040" })).toBeVisible();
});

test("the palette acts: a new program, the theme, a look back and the shortcuts", async ({
  openWindow,
  ownDesk,
  sampleFile,
}) => {
  const desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
  const page = await openWindow(desk);
  await choose(page, "new prog", /^New program/);
  await expect(page.getByRole("dialog", { name: "New program" })).toBeVisible();
  await page.keyboard.type("Zephyr");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Zephyr" })).toBeVisible();

  await choose(page, "undo", /^Undo/);
  await expect(page.getByText("Undone", { exact: true }).first()).toBeVisible();

  await choose(page, "theme dark", /^Theme: Dark/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectKept(page, "theme", "dark");

  await choose(page, "look", /^Look back to a day/);
  await expect(page.getByRole("dialog", { name: "Look back" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+/");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.getByRole("textbox", { name: "Find a shortcut" }).fill("board");
  await expect(sheet.getByText("Board", { exact: true })).toBeVisible();
  await expect(sheet.getByText("Undo the last change")).toBeHidden();
});

test("the palette asks the assistant, also where it is hidden", async ({
  openWindow,
  ownDesk,
  sampleFile,
}) => {
  const desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
  const page = await openWindow(desk);
  await page.getByRole("button", { name: "Hide the assistant" }).click();
  await choose(page, "How many programs are off track?", /^Ask the assistant: How many/);
  const assistant = page.getByRole("complementary", { name: "Assistant" });
  await expect(assistant.getByText("How many programs are off track?")).toBeVisible();
  await expect(assistant.getByRole("article").first()).toContainText("24");
});

test("an empty palette offers what was opened last, the newest first, and keeps it over a reload", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  await choose(page, "compass 006", /^Compass 006/);
  await expect(page.getByRole("heading", { level: 1, name: "Compass 006" })).toBeVisible();
  await choose(page, "beacon 005", /^Beacon 005/);
  await expect(page.getByRole("heading", { level: 1, name: "Beacon 005" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { level: 1, name: "Risks" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Risks" })).toBeVisible();
  await openPalette(page);
  await expect(
    palette(page).getByRole("group", { name: "Recently opened" }).getByRole("option").first(),
  ).toContainText("Beacon 005");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Beacon 005" })).toBeVisible();
});

test("keys of every page: a new program, the list search and the width of the navigation", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  const navigation = page.getByRole("navigation", { name: "Pages" });
  const wide = (await navigation.boundingBox())?.width ?? 0;
  await page.keyboard.press("Control+b");
  await expect.poll(async () => (await navigation.boundingBox())?.width).toBeLessThan(wide);
  await expect(navigation.getByRole("link", { name: "Programs", exact: true })).toBeVisible();
  await page.keyboard.press("Control+b");
  await expect.poll(async () => (await navigation.boundingBox())?.width).toBe(wide);

  await page.keyboard.press("Control+f");
  await expect(page.getByRole("searchbox", { name: "Search programs" })).toBeFocused();
  await page.keyboard.press("Escape");
  for (const key of ["c", "n"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name: "New program" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "New program" })).toBeHidden();
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the palette and the sheet have nothing that axe finds in ${colorScheme}`, async ({
    openWindow,
    sampleDesk,
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openWindow(sampleDesk);
    await openPalette(page);
    await page.keyboard.type("compass");
    await expect(options(page).first()).toContainText("Compass");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(palette(page)).toBeHidden();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expectAccessible(page);
  });
}
