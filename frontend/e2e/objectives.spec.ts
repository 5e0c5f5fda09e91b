import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

const program = (name: string, strategic_objectives: string[], fields: object = {}) => ({
  id: name.toLowerCase(),
  name,
  status: "On Track",
  strategic_objectives,
  ...fields,
});

const portfolio = [
  program("Curlew", ["Faster", "Speed"], {
    status: "Off Track",
    start_date: "2026-01-01",
    launch_date: "2026-10-28",
    progress: 10,
  }),
  program("Heron", ["Speed"], { start_date: "2026-01-01", launch_date: "2026-04-11", progress: 90 }),
  program("Lark", ["Speed"]),
  program("Tern", ["Trust"]),
  program("Wren", []),
];

const list = (page: Page) => page.getByRole("grid", { name: "Objectives" });
const row = (page: Page, name: string) => list(page).getByRole("row").filter({ hasText: name });
const box = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });

test.describe("the objectives", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
  });

  test("say what their programs come to, and lead to them", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/objectives");
    const speed = row(page, "Speed");
    await expect(speed.getByRole("img", { name: "1 off track, 2 on track" })).toBeVisible();
    await expect(speed).toContainText("30 %"); // (300 * 10 + 100 * 90) / 400
    await expect(speed).toContainText("without 1");
    await speed.getByRole("link", { name: "3 programs of Speed" }).click();
    await expect(page.getByRole("status", { name: "Totals" })).toContainText("3 programs");
    await page.goBack();
    await page.getByRole("link", { name: "1 program without an objective" }).click();
    await expect(page.getByRole("link", { name: "Wren" })).toBeVisible();
    await expect(page.getByRole("status", { name: "Totals" })).toContainText("1 program");
  });

  test("are merged after saying what that does, and apart again by undo", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/objectives");
    await row(page, "Speed").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Merge Speed into another objective" });
    await dialog.getByRole("combobox", { name: "Into" }).fill("fast");
    await page.getByRole("option", { name: "Faster" }).click();
    await expect(dialog).toContainText("3 programs that serve Speed will serve Faster.");
    await expect(dialog).toContainText("1 of them serves Faster already.");
    await expect(dialog).toContainText("Speed goes to the trash.");
    await dialog.getByRole("button", { name: "Merge, and change 3 programs" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(page, "Speed")).toHaveCount(0);
    await expect(row(page, "Faster").getByRole("link", { name: "3 programs of Faster" })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(row(page, "Speed").getByRole("link", { name: "3 programs of Speed" })).toBeVisible();
    await expect(row(page, "Faster").getByRole("link", { name: "1 program of Faster" })).toBeVisible();
  });

  test("are renamed, and those without programs are listed", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/objectives");
    await row(page, "Trust").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Edit objective" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Confidence");
    await page.keyboard.press("Enter");
    await expect(
      row(page, "Confidence").getByRole("link", { name: "1 program of Confidence" }),
    ).toBeVisible();

    await page.getByRole("button", { name: "Add objective" }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Nobody");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "1 objective without programs" }).click();
    await expect(page).toHaveURL(/show=unserved/);
    await expect(list(page).getByRole("row")).toHaveCount(1 + 1);
    await expect(row(page, "Nobody")).toBeVisible();
  });

  test("are given to programs and taken from them in a matrix by keyboard alone", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/objectives");
    await page.getByRole("radio", { name: "Matrix" }).click();
    await expect(page).toHaveURL(/view=matrix/);
    await expect(box(page, "Curlew serves Speed")).toBeChecked();
    await box(page, "Curlew serves Faster").focus();
    for (const key of ["ArrowDown", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
    await expect(box(page, "Lark serves Speed")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(box(page, "Lark serves Speed")).not.toBeChecked();
    await page.keyboard.press("End");
    await page.keyboard.press("Space");
    await expect(box(page, "Lark serves Trust")).toBeChecked();
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await expect(box(page, "Lark serves Faster")).toBeChecked();
    // What the matrix shows at once may not be written yet, and a reload would lose it.
    await page.goto(desk.url + "#/activity");
    await expect(page.getByRole("list", { name: "Activity" }).getByRole("listitem")).toHaveCount(4);
    await page.goto(desk.url + "#/objectives?view=matrix");
    await page.reload();
    await expect(box(page, "Lark serves Trust")).toBeChecked();
    await expect(box(page, "Lark serves Faster")).toBeChecked();
    await expect(box(page, "Lark serves Speed")).not.toBeChecked();
    await page.keyboard.press("Control+z");
    await expect(box(page, "Lark serves Faster")).not.toBeChecked();
    await page.getByRole("searchbox", { name: "Search programs" }).fill("wre");
    await expect(page.getByRole("rowheader")).toHaveText(["Wren"]);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("list, matrix and merging have nothing that axe finds", async ({
      openWindow,
      ownDesk,
      writePortfolio,
    }) => {
      const desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
      const page = await openWindow(desk, "#/objectives");
      await row(page, "Speed").getByRole("button").click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expectAccessible(page);
      await page.goto(desk.url + "#/objectives?view=matrix");
      await expect(box(page, "Wren serves Trust")).toBeVisible();
      await expectAccessible(page);
    });
  });
}
