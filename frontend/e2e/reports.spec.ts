import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

const kinds = [
  "Executive summary",
  "Steering pack",
  "Program sheet",
  "Risk register",
  "Milestone look-ahead",
  "Changes",
];

const sheets = (page: Page) =>
  page.getByRole("group", { name: "Pages of the report" }).locator("[data-sheet]");
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const rows = (page: Page) => page.getByRole("grid", { name: "Reports" }).getByRole("row");

/** Makes a report of a kind and waits until its pages are there. */
async function make(page: Page, kind: string): Promise<void> {
  await page.getByRole("button", { name: "New report" }).click();
  const dialog = page.getByRole("dialog", { name: "New report" });
  await dialog.getByRole("radio", { name: kind }).click();
  if (kind === "Program sheet") {
    await dialog.getByRole("combobox", { name: "Program" }).click();
    await page.getByRole("option").first().click();
  }
  await dialog.getByRole("button", { name: "Make report" }).click();
  await expect(heading(page, kind)).toBeVisible();
  await expect(sheets(page).first()).toBeVisible();
}

/** Saves the report that is shown as PDF, and counts the pages of the file. */
async function pagesOfPDF(page: Page): Promise<number> {
  const file = join(test.info().outputDir, "report.file");
  mkdirSync(test.info().outputDir, { recursive: true });
  rmSync(file, { force: true });
  await page.getByRole("button", { name: "PDF", exact: true }).click();
  let text = "";
  await expect
    .poll(() => (text = readFileSync(file, { encoding: "latin1", flag: "a+" })).includes("%%EOF"), {
      timeout: 45_000,
    })
    .toBe(true);
  return text.match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** The value of a figure on the first sheet. */
async function figure(page: Page, label: string): Promise<string> {
  const texts = await sheets(page).first().getByRole("paragraph").allInnerTexts();
  const words = texts.map((text) => text.replace(/\s+/g, " "));
  const at = words.indexOf(label);
  return words.slice(0, at).findLast((text) => /^\d+$/.test(text)) ?? "";
}

test.describe("reports", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, sampleFile }) => {
    desk = await ownDesk({
      portfolio: { file: sampleFile, asOf: "2026-01-31" },
      save: join(test.info().outputDir, "report.file"),
    });
  });

  test("of each kind are made, kept and found again", async ({ openWindow }) => {
    test.setTimeout(180_000);
    const page = await openWindow(desk, "#/reports");
    await expect(page.getByText("No reports yet")).toBeVisible();
    await expectAccessible(page);
    for (const kind of kinds) {
      await make(page, kind);
      await expectAccessible(page);
      expect.soft(await sheets(page).count(), kind).toBe(await pagesOfPDF(page));
      await page.getByRole("main").getByRole("link", { name: "Reports" }).click();
    }
    await expect(rows(page)).toHaveCount(kinds.length + 1);
    await expect(rows(page).nth(1)).toContainText("Changes");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page);
    await page.getByRole("button", { name: "New report" }).click();
    await expectAccessible(page);
  });

  test("show the figures of the lists", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/reports");
    await make(page, "Executive summary");
    const programs = await figure(page, "Programs");
    const off = await figure(page, "Off Track");
    const high = await figure(page, "Open High risks");
    await openWindow(desk, "#/programs");
    const totals = page.getByRole("status", { name: "Totals" });
    await expect(totals).toContainText(`${programs} programs`);
    await expect(totals).toContainText(`${off} off track`);
    await openWindow(desk, "#/risks?severity=High&status=Open&status=Mitigating");
    await expect(page.locator("main header")).toContainText(high);
  });

  test("are read and deleted with the keyboard", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/programs");
    await page.keyboard.press("g");
    await page.keyboard.press("e");
    await expect(heading(page, "Reports")).toBeVisible();
    await make(page, "Steering pack");
    await sheets(page).first().focus();
    await page.keyboard.press("PageDown");
    await expect(sheets(page).nth(1)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(sheets(page).nth(2)).toBeFocused();
    await page.keyboard.press("End");
    await expect(sheets(page).last()).toBeFocused();
    await page.keyboard.press("Home");
    await expect(sheets(page).first()).toBeFocused();
    await expect(sheets(page).first().getByRole("heading", { level: 2 })).toHaveText("Summary");

    await page.keyboard.press("g");
    await page.keyboard.press("e");
    await expect(heading(page, "Reports")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Delete");
    const asked = page.getByRole("dialog", { name: "Delete this report?" });
    await asked.getByRole("button", { name: "Delete report" }).click();
    await expect(page.getByText("No reports yet")).toBeVisible();
  });

  test("hold no row beyond their sheet, and all rows of a long table", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/reports");
    await make(page, "Steering pack");
    const programs = Number(await figure(page, "Programs"));
    const beyond = await sheets(page).evaluateAll((all) =>
      all.map((sheet) => {
        const { top, height } = sheet.getBoundingClientRect();
        const foot = top + height * 0.95;
        const ends = Array.from(
          sheet.querySelectorAll("[data-row]"),
          (row) => row.getBoundingClientRect().bottom,
        );
        return Math.max(0, ...ends) - foot;
      }),
    );
    expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
    const last = page.getByRole("heading", { level: 2, name: /^All programs/ });
    const all = sheets(page).filter({ has: last }).locator("tbody tr");
    await expect(all).toHaveCount(programs);
  });

  test("cut a long text as their files do", async ({ ownDesk, openWindow }) => {
    const long = "The supplier has not answered, and the committee waits. ".repeat(120);
    const file = join(test.info().outputDir, "programs.csv");
    mkdirSync(test.info().outputDir, { recursive: true });
    writeFileSync(file, `Program,Status,Latest update\nHeron,Off Track,"${long}"\n`);
    const own = await ownDesk({ portfolio: { file, asOf: "2026-01-31" } });
    const page = await openWindow(own, "#/reports");
    await make(page, "Steering pack");
    const cells = sheets(page).locator("td", { hasText: "The supplier has not answered" });
    await expect(cells.first()).toBeVisible();
    const heights = await cells.evaluateAll((all) => all.map((cell) => (cell as HTMLElement).offsetHeight));
    expect(Math.max(...heights)).toBeLessThanOrEqual(6 * 14 + 8);
    await expect(cells.first()).toHaveText(/…$/);
  });

  test("carry a narrative, and what Settings say of the house", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/settings");
    const name = page.getByRole("textbox", { name: "House name" });
    await name.fill("Harbour Works");
    await name.press("Enter");
    const colour = page.getByRole("textbox", { name: "Colour", exact: true });
    await colour.fill("#ffff00");
    await colour.press("Enter");
    await expect(page.getByText("The colour #ffff00 is too light on white paper")).toBeVisible();
    await expectAccessible(page);

    await openWindow(desk, "#/reports");
    await make(page, "Executive summary");
    await expect(sheets(page).first()).toContainText("Harbour Works");
    await page.getByRole("button", { name: "Write a narrative" }).click();
    const text = page.getByRole("textbox", { name: "Narrative" });
    await text.fill("All is **well**.\n\n<b>No</b> markup.");
    await expectAccessible(page);
    await text.press("Control+Enter");
    await expect(sheets(page).first().getByText("<b>No</b> markup.")).toBeVisible();
    await expect(sheets(page).first().getByText("All is well.")).toBeVisible();
    await page.reload();
    await expect(sheets(page).first().getByText("All is well.")).toBeVisible();
  });

  test("are saved as files of each kind", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/reports");
    await make(page, "Risk register");
    const file = join(test.info().outputDir, "report.file");
    mkdirSync(test.info().outputDir, { recursive: true });
    for (const [format, begin] of [
      ["PowerPoint", "PK"],
      ["PDF", "%PDF"],
      ["Markdown", "# Risk register"],
    ] as const) {
      await page.getByRole("button", { name: format, exact: true }).click();
      await expect
        .poll(() => readFileSync(file, { encoding: "latin1", flag: "a+" }).slice(0, begin.length), {
          timeout: 45_000,
        })
        .toBe(begin);
    }
    await expect(page.getByText(file).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Open folder" }).first()).toBeVisible();
  });

  test("can be read but not made while a past day is shown", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/reports");
    await make(page, "Executive summary");
    await page.evaluate(() => window.go.app.Desk.LookBack("2026-02-28"));
    await page.reload();
    await expect(sheets(page).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Delete report" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Write a narrative" })).toHaveCount(0);
    await openWindow(desk, "#/reports");
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByRole("button", { name: "New report" })).toHaveCount(0);
  });
});
