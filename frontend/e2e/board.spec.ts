import type { Locator, Page } from "@playwright/test";
import type { Desk } from "./desk";
import { samplePortfolio } from "./sample-portfolio";
import { expect, expectAccessible, test } from "./test";

const address = "#/programs?view=board";
const board = (page: Page) => page.getByRole("group", { name: "Board", exact: true });
const column = (page: Page, name: string) =>
  board(page).getByRole("region", { name: new RegExp(`^${name} `) });
const card = (within: Page | Locator, name: string) => within.getByRole("group", { name, exact: true });
const cardsOf = (page: Page, name: string) =>
  board(page).getByRole("list", { name, exact: true }).getByRole("listitem").getByRole("group");
const spoken = (page: Page) => page.locator("[aria-live=assertive]");
const totalOf = (stage: string | null) => samplePortfolio.filter((p) => p.pipeline_stage === stage).length;

/** Carries a card with the mouse, in steps as a hand does it. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const target = await to.boundingBox();
  if (!target) throw new Error("the column is not on the screen");
  await page.mouse.move(target.x + target.width / 2, target.y + 100, { steps: 8 });
  await expect(spoken(page)).toContainText("over");
  await page.mouse.up();
}

test.describe("the board", () => {
  // All columns are on the screen, so that the mouse reaches them.
  test.use({ viewport: { width: 2000, height: 900 } });
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, sampleFile }) => {
    desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
  });

  test("has a column for each stage and one for not reported, each with the count of all its programs", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, address);
    await expect(board(page).getByRole("heading", { level: 2 })).toHaveCount(6);
    const headings = await board(page).getByRole("heading", { level: 2 }).allInnerTexts();
    expect(headings.map((text) => text.replace(/\s*\d+$/, ""))).toEqual([
      "Discovery",
      "Planning",
      "In Progress",
      "Launching",
      "Completed",
      "Not reported",
    ]);
    await expect(column(page, "Planning").getByRole("heading")).toContainText(String(totalOf("Planning")));
    await expect(column(page, "Planning").getByText("24 at risk")).toBeAttached();

    await page.getByRole("radio", { name: "Owner" }).click();
    await expect(page).toHaveURL(/by=owner/);
    await expect(column(page, "Chiara Conti")).toBeVisible();
    await page.reload();
    await expect(column(page, "Chiara Conti")).toBeVisible();
    await expect(column(page, "Not reported")).toBeVisible();
  });

  test("the mouse carries a card to another column, as one field and one step back", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, address);
    const atlas = card(column(page, "Planning"), "Archive 036");
    await drag(page, atlas, column(page, "Launching"));
    await expect(card(column(page, "Launching"), "Archive 036")).toBeVisible();
    await expect(column(page, "Planning").getByRole("heading")).toContainText(
      String(totalOf("Planning") - 1),
    );
    await expect(column(page, "Launching").getByRole("heading")).toContainText(
      String(totalOf("Launching") + 1),
    );
    const toast = page.getByRole("dialog", { name: "Moved Archive 036 to Launching" });
    await toast.getByRole("button", { name: "Undo" }).click();
    await expect(atlas).toBeVisible();
    await expect(card(column(page, "Launching"), "Archive 036")).toHaveCount(0);
  });

  test("the keyboard lifts, carries, drops and puts back, and says where the card is", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, address);
    const first = cardsOf(page, "Planning").first();
    await expect(first).toBeVisible();
    const name = (await first.getAttribute("aria-label")) ?? "";
    await first.focus();
    // Until it is said where the card is, it does not hear the arrows.
    const lift = async () => {
      await page.keyboard.press("Space");
      await expect(spoken(page)).toHaveText(`${name} over Planning, column 2 of 6.`);
    };
    await lift();
    await page.keyboard.press("ArrowRight");
    await expect(spoken(page)).toHaveText(`${name} over In Progress, column 3 of 6.`);
    await page.keyboard.press("Escape");
    await expect(spoken(page)).toHaveText(`Put ${name} back.`);
    await expect(first).toBeFocused();

    await lift();
    await page.keyboard.press("ArrowRight");
    await expect(spoken(page)).toHaveText(`${name} over In Progress, column 3 of 6.`);
    await page.keyboard.press("ArrowRight");
    await expect(spoken(page)).toHaveText(`${name} over Launching, column 4 of 6.`);
    await page.keyboard.press("Space");
    await expect(spoken(page)).toHaveText(`Dropped ${name} on Launching, column 4 of 6.`);
    await expect(card(column(page, "Launching"), name)).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(card(column(page, "Planning"), name)).toBeFocused();
  });

  test("arrows walk over the cards, X selects, and what is selected moves together", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, address);
    const cards = cardsOf(page, "Planning");
    await cards.first().focus();
    await page.keyboard.press("x");
    await page.keyboard.press("ArrowDown");
    await expect(cards.nth(1)).toBeFocused();
    await page.keyboard.press("x");
    await expect(page.getByText("2 selected", { exact: true })).toBeVisible();
    await page.keyboard.press("Space");
    await expect(spoken(page)).toContainText("2 programs");
    await page.keyboard.press("ArrowRight");
    await expect(spoken(page)).toContainText("In Progress");
    await page.keyboard.press("Space");
    await expect(page.getByText("Moved 2 programs to In Progress")).toBeVisible();
    await expect(column(page, "Planning").getByRole("heading")).toContainText(
      String(totalOf("Planning") - 2),
    );
  });

  test("a drop on Completed changes nothing else unless it is asked to", async ({ openWindow }) => {
    const page = await openWindow(desk, address);
    await drag(page, card(column(page, "Planning"), "Archive 036"), column(page, "Completed"));
    const dialog = page.getByRole("dialog", { name: "Stage Completed" });
    await expect(dialog.getByRole("button", { name: "Change that too" })).toBeDisabled();
    await dialog.getByRole("checkbox", { name: "Status Completed" }).click();
    await dialog.getByRole("button", { name: "Change that too" }).click();
    const moved = card(column(page, "Completed"), "Archive 036");
    await expect(moved.getByText("Completed")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(moved).toContainText("At Risk");
  });

  test("what was changed elsewhere meanwhile is refused with a sentence, and the card goes back", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, address);
    const atlas = card(column(page, "Planning"), "Archive 036");
    await expect(atlas).toBeVisible();
    // The window is not told, as if the news came a moment too late.
    await page.evaluate(() => {
      const bound = window.go.app as unknown as {
        Records: { Edit: (rows: { before: string }[]) => Promise<unknown> };
      };
      const edit = bound.Records.Edit;
      bound.Records.Edit = (rows) => edit(rows.map((row) => ({ ...row, before: "Discovery" })));
    });
    await drag(page, atlas, column(page, "Launching"));
    await expect(page.getByText(/^Not changed: /).first()).toBeVisible();
    await expect(atlas).toBeVisible();
    await expect(card(column(page, "Launching"), "Archive 036")).toHaveCount(0);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`has nothing that axe finds in ${colorScheme}`, async ({ openWindow, page }) => {
      await page.emulateMedia({ colorScheme });
      await openWindow(desk, address);
      await expect(cardsOf(page, "Planning").first()).toBeVisible();
      await cardsOf(page, "Planning").first().focus();
      await page.keyboard.press("x");
      await expectAccessible(page);
    });
  }
});
