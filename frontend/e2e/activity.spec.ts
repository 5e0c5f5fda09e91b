import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

const then = [
  { id: "tern", name: "Tern", status: "On Track", owner: "Ada Brandt" },
  { id: "heron", name: "Heron", status: "On Track" },
];
const later = [
  {
    id: "tern",
    name: "Tern",
    status: "Off Track",
    owner: "Ben Okafor",
    risks: [{ id: "r", program_id: "tern", title: "Permit late", severity: "High", status: "Open" }],
  },
  { id: "heron", name: "Heron", status: "On Track" },
  { id: "lark", name: "Lark", status: "At Risk" },
];

const entries = (page: Page) => page.getByRole("list", { name: "Activity" }).getByRole("listitem");
const changes = (page: Page) => page.getByRole("list", { name: "What changed" }).getByRole("listitem");
const totals = (page: Page) => page.getByRole("status", { name: "Totals" });

test.describe("the activity", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({
      portfolio: [
        { file: writePortfolio(then), asOf: "2025-03-31" },
        { file: writePortfolio(later), asOf: "2026-01-31" },
      ],
    });
  });

  /** Writes a change by hand. */
  async function addRisk(page: Page): Promise<void> {
    await page.goto(desk.url + "#/program/heron");
    await page.getByRole("region", { name: "Risks" }).getByRole("button", { name: "Add risk" }).click();
    const dialog = page.getByRole("dialog", { name: "Add risk" });
    await dialog.getByRole("textbox", { name: "Title" }).fill("Vendor leaves");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await page.goto(desk.url + "#/activity");
  }

  test("is filtered by who, what, when and a text, in the address", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/activity");
    await expect(entries(page)).toHaveCount(2);
    await addRisk(page);
    await expect(entries(page)).toHaveCount(3);
    await page.getByRole("button", { name: "Filter by Who" }).click();
    await page.getByRole("checkbox", { name: "By hand" }).click();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/actor=person/);
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText("Vendor leaves");
    await page.getByRole("button", { name: "Remove the filter on Who" }).click();

    await page.getByRole("button", { name: "Filter by Kind" }).click();
    await page.getByRole("checkbox", { name: "Risk" }).click();
    await page.keyboard.press("Escape");
    await expect(entries(page)).toHaveCount(2); // by hand, and in the second file
    await page.reload();
    await expect(entries(page)).toHaveCount(2);
    await page.getByRole("button", { name: "Remove the filter on Kind" }).click();

    await page.getByRole("searchbox").fill("lark");
    await expect(entries(page)).toHaveCount(1);
    await page.getByRole("searchbox").fill("");
    await expect(entries(page)).toHaveCount(3);
    await page.getByRole("textbox", { name: "Until" }).fill("2020-01-01");
    await page.keyboard.press("Enter");
    await expect(page.getByText("No change matches")).toBeVisible();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await expect(entries(page)).toHaveCount(3);
  });

  test("says what changed between two days, program by program, by keyboard alone", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/activity");
    await page.getByRole("radio", { name: "History" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(page).toHaveURL(/show=changes/);
    await expect(page.getByText("Nothing changed", { exact: true })).toBeVisible();
    await page.getByRole("radio", { name: "Last 7 days" }).focus();
    await page.keyboard.press("ArrowLeft"); // round to the last one
    await expect(page.getByRole("radio", { name: "Two days…" })).toBeChecked();
    await page.getByRole("textbox", { name: "From" }).fill("1 Apr 2025");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Until" }).fill("2026-01-31");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/since=2025-04-01&until=2026-01-31/);
    await expect(changes(page)).toHaveCount(2);
    const tern = changes(page).filter({ has: page.getByRole("button", { name: /^Tern/ }) });
    await expect(tern).toContainText("3 changes");
    await expect(tern.getByRole("row").filter({ hasText: "Status" })).toContainText("On TrackOff Track");
    await expect(tern.getByRole("row").filter({ hasText: "Owner" })).toContainText("Ada BrandtBen Okafor");
    await expect(tern.getByRole("row").filter({ hasText: "Permit late" })).toContainText("created");
    await expect(totals(page)).toHaveText("4 changes2 programs");
    const head = tern.getByRole("button", { name: /^Tern/ });
    await head.focus();
    await page.keyboard.press("Enter");
    await expect(tern.getByRole("row")).toHaveCount(0);

    await page.getByRole("textbox", { name: "From" }).fill("2025-03-01");
    await page.keyboard.press("Enter");
    await expect(totals(page)).toHaveText("4 changes3 programs"); // three programs and a risk came
    await page.reload();
    await expect(page.getByRole("textbox", { name: "From" })).toHaveValue("01 Mar 2025");
  });

  test("leads from what changed to the history of a program", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/activity?show=changes&since=2025-04-01&until=2026-01-31");
    await page.getByRole("link", { name: "History of Lark" }).click();
    await expect(entries(page)).toHaveCount(1);
    await page.getByRole("button", { name: "Remove the filter on Lark" }).click();
    await expect(entries(page)).toHaveCount(2);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("history and changes have nothing that axe finds", async ({
      openWindow,
      ownDesk,
      writePortfolio,
    }) => {
      const desk = await ownDesk({
        portfolio: [
          { file: writePortfolio(then), asOf: "2025-03-31" },
          { file: writePortfolio(later), asOf: "2026-01-31" },
        ],
      });
      const page = await openWindow(desk, "#/activity?actor=import");
      await expect(entries(page)).toHaveCount(2);
      await expectAccessible(page);
      await page.goto(desk.url + "#/activity?show=changes&since=2025-04-01&until=2026-01-31");
      await expect(changes(page)).toHaveCount(2);
      await expectAccessible(page);
    });
  });
}
