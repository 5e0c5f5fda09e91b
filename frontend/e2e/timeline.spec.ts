import type { Page } from "@playwright/test";
import type { Desk, DeskOptions } from "./desk";
import { expect, expectAccessible, test } from "./test";
import { drag, grid, iso, labelled, programs, row, words } from "./timeline-page";

test.describe("the timeline", () => {
  let open: (portfolio?: DeskOptions["portfolio"]) => Promise<{ page: Page; desk: Desk }>;

  test.beforeEach(({ openWindow, ownDesk, writePortfolio }) => {
    open = async (portfolio) => {
      const desk = await ownDesk({
        portfolio: portfolio ?? { file: writePortfolio(programs), asOf: iso(-40) },
      });
      const page = await openWindow(desk, "#/programs?view=timeline");
      await page.getByRole("radio", { name: "Month" }).click();
      await page.getByRole("button", { name: "Today", exact: true }).click();
      await expect(row(page, "Atlas")).toBeVisible();
      return { page, desk };
    };
  });

  test("a drag moves both dates, its edges one of them, Escape neither, and undo brings them back", async () => {
    const { page } = await open();
    const bar = row(page, "Atlas").getByRole("img");
    await drag(page, bar, 80, 44); // 2.2 pixels are a day
    await labelled(page, "Atlas", -10, 80);
    await expect(page.getByText("Atlas moved 20 days later")).toBeVisible();
    await page
      .getByText("Atlas moved 20 days later")
      .locator("../..")
      .getByRole("button", { name: "Undo" })
      .click();
    await labelled(page, "Atlas", -30, 60);

    await drag(page, bar, -2, 22);
    await labelled(page, "Atlas", -30, 70);
    await drag(page, bar, 1, -22);
    await labelled(page, "Atlas", -40, 70);
    await drag(page, bar, 80, 44, "escape");
    await page.mouse.up();
    await labelled(page, "Atlas", -40, 70);

    await page.reload();
    await labelled(page, "Atlas", -40, 70);
  });

  test("a milestone is dragged by its diamond and shows where it was planned", async () => {
    const { page } = await open();
    const pilot = row(page, "Atlas").getByRole("button", { name: /^Pilot/ });
    await drag(page, pilot, 8, 11);
    await expect(pilot).toHaveAccessibleName(
      `Pilot, milestone of Atlas, ${words(15)}, Planned, 5 days after its baseline ${words(10)}`,
    );
  });

  test("the keyboard alone moves, resizes, moves a milestone, selects and opens", async () => {
    const { page } = await open();
    const atlas = row(page, "Atlas");
    await atlas.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await labelled(page, "Atlas", -16, 74);
    await expect(page.getByRole("status").filter({ hasText: "14 days later" })).toBeAttached();
    await page.keyboard.press("Escape");
    await labelled(page, "Atlas", -30, 60);

    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: /^Saved: Atlas/ })).toBeAttached();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Alt+ArrowLeft");
    await page.keyboard.press("Enter");
    await labelled(page, "Atlas", -44, 60);

    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: /^Pilot/ })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Pilot/ })).toHaveAccessibleName(new RegExp(words(17)));

    await page.keyboard.press("ArrowDown");
    await expect(row(page, "Beacon")).toBeFocused();
    await page.keyboard.press("x");
    await expect(row(page, "Beacon")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Atlas" })).toBeVisible();
    await page.goBack();
    await labelled(page, "Atlas", -44, 60);
  });

  test("a dependency made by keyboard shows that it is broken; a circle is refused with its sentence", async () => {
    const { page } = await open();
    await row(page, "Beacon").focus();
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog", { name: "Dependencies of Beacon" });
    await dialog.getByRole("combobox", { name: "Program to join with" }).fill("Atl");
    await expect(page.getByRole("option", { name: "Atlas" })).toHaveAttribute("data-highlighted");
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Join" }).press("Enter");
    await expect(dialog).toBeHidden();
    await expect(row(page, "Beacon")).toHaveAttribute(
      "aria-label",
      /launches 40 days before Atlas, which it waits for$/,
    );
    await expect(row(page, "Beacon")).toContainText("40 days before Atlas");
    await expect(page.locator("[data-dependency][data-broken]")).toHaveCount(1);

    await row(page, "Atlas").focus();
    await page.keyboard.press("d");
    const other = page.getByRole("dialog", { name: "Dependencies of Atlas" });
    await expect(other.getByRole("listitem")).toContainText("Holds upBeacon");
    await other.getByRole("combobox", { name: "Program to join with" }).fill("Bea");
    await expect(page.getByRole("option", { name: "Beacon" })).toHaveAttribute("data-highlighted");
    await page.keyboard.press("Enter");
    await other.getByRole("button", { name: "Join" }).press("Enter");
    await expect(other.getByRole("alert")).toContainText("would close a cycle");
    await other.getByRole("button", { name: /remove the dependency/ }).click();
    await expect(other.getByRole("listitem")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-dependency]")).toHaveCount(0);
  });

  test("a dependency is drawn from dot to bar, dependants are shifted in one step, and the line removes it", async () => {
    const { page } = await open();
    const beacon = row(page, "Beacon").getByRole("img");
    const atlas = row(page, "Atlas").getByRole("img");
    await beacon.hover();
    const dot = await row(page, "Beacon").locator("[data-dot]").boundingBox();
    const onto = await atlas.boundingBox();
    if (!dot || !onto) throw new Error("there is nothing to join");
    await page.mouse.move(dot.x + 4, dot.y + 4);
    await page.mouse.down();
    await page.mouse.move(onto.x + 40, onto.y + 20);
    await page.mouse.move(onto.x + 50, onto.y + 8);
    await page.mouse.up();
    await expect(page.getByText("Atlas now waits for Beacon").first()).toBeAttached();
    await expect(page.locator("[data-dependency]")).toHaveCount(1);

    await drag(page, beacon, 20, 22);
    await labelled(page, "Beacon", 0, 30);
    await page.getByRole("button", { name: "Shift it too…" }).click();
    const dialog = page.getByRole("dialog", { name: "Shift what waits for Beacon" });
    await expect(dialog.getByRole("row")).toHaveCount(2);
    await dialog.getByRole("button", { name: "Shift one program" }).click();
    await labelled(page, "Atlas", -20, 70);

    // Not boundingBox, which counts the width of the strokes in.
    const line = await page
      .locator("[data-dependency]")
      .evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
    await page.mouse.click(line.right - 1, (line.top + line.bottom) / 2);
    await page.getByRole("button", { name: /Atlas no longer waits for Beacon/ }).click();
    await expect(page.locator("[data-dependency]")).toHaveCount(0);
  });

  test("a program without dates waits in a tray, for the dialog or for a drag onto the axis", async () => {
    const { page } = await open();
    const tray = page.getByRole("region", { name: "No dates" });
    const delta = tray.getByRole("button", { name: "Set the dates of Delta" });
    await expect(row(page, "Delta")).toHaveCount(0);
    await delta.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Dates of Delta" });
    await dialog.getByRole("textbox", { name: "Start" }).fill(iso(5));
    await dialog.getByRole("textbox", { name: "Launch" }).fill(iso(1));
    await expect(dialog.getByRole("alert")).toContainText("cannot be before the start");
    await dialog.getByRole("textbox", { name: "Launch" }).fill(iso(50));
    await page.keyboard.press("Enter");
    await labelled(page, "Delta", 5, 50);
    await expect(tray).toBeHidden();

    await page.keyboard.press("Control+z");
    await expect(delta).toBeVisible();
    const onto = await row(page, "Comet").getByRole("img").boundingBox();
    const from = await delta.boundingBox();
    if (!onto || !from) throw new Error("there is nothing to drag");
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(onto.x + 40, onto.y + 40);
    await page.mouse.move(onto.x + onto.width / 2 - 1, onto.y + 40);
    await page.mouse.up();
    await expect(row(page, "Delta")).toHaveAttribute(
      "aria-label",
      new RegExp(`launches ${words(30)}, no start date`),
    );
  });

  test("zooms with the wheel, the keys and the scales, and comes back at the same scale", async () => {
    const { page } = await open();
    await row(page, "Atlas").focus();
    const width = async () => (await row(page, "Atlas").getByRole("img").boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press("+");
    await expect.poll(width).toBeGreaterThan(before * 1.5);
    await page.keyboard.press("-");
    await expect.poll(width).toBe(before);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, 0);
    await row(page, "Atlas").getByRole("img").hover();
    await page.mouse.wheel(0, 200);
    await page.keyboard.up("Control");
    await expect(page.getByRole("radio", { name: "Quarter" })).toBeChecked();
    await page.getByRole("radio", { name: "Year" }).click();
    await page.reload();
    await expect(page.getByRole("radio", { name: "Year" })).toBeChecked();
  });

  test("a past day is shown and cannot be changed", async ({ writePortfolio }) => {
    const file = writePortfolio(programs);
    const later = writePortfolio(
      programs.map((p) => (p.name === "Atlas" ? { ...p, launch_date: iso(90) } : p)),
    );
    const { page } = await open([
      { file, asOf: iso(-40) },
      { file: later, asOf: iso(-20) },
    ]);
    await labelled(page, "Atlas", -30, 90);
    await page.getByRole("link", { name: "Activity", exact: true }).click();
    await page.getByRole("button", { name: "As of…" }).click();
    const dialog = page.getByRole("dialog", { name: "Look back" });
    await dialog.getByRole("textbox", { name: "As of" }).fill(iso(-35));
    await dialog.getByRole("button", { name: "Look back" }).click();
    await expect(dialog).toBeHidden();
    await page.goBack();
    await labelled(page, "Atlas", -30, 60);
    await drag(page, row(page, "Atlas").getByRole("img"), 60, 44);
    await row(page, "Atlas").focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText("Go back to today to change it.").first()).toBeVisible();
    await labelled(page, "Atlas", -30, 60);
    await expect(page.getByRole("button", { name: "Set the dates of Delta" })).toBeDisabled();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("the timeline has nothing that axe finds", async ({ openWindow, ownDesk }) => {
      const desk = await ownDesk({});
      desk.command("sample");
      const page = await openWindow(desk, "#/programs?view=timeline");
      await expect(grid(page).getByRole("row").nth(3)).toBeVisible();
      await expect(page.locator("[data-milestone]").first()).toBeAttached();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await expectAccessible(page);
      await grid(page).getByRole("row").nth(2).focus();
      await page.keyboard.press("d");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
    });
  });
}
