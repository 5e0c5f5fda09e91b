import type { Locator, Page } from "@playwright/test";
import type { Desk } from "./desk";
import { cell, portfolio, row } from "./fourteen-programs";
import { expect, expectAccessible, test } from "./test";

/** Walks with the arrows from the row into one of its cells. */
async function walkTo(page: Page, name: string, column: string): Promise<Locator> {
  await row(page, name).focus();
  const target = cell(page, name, column);
  const reached = () => target.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < 20 && !(await reached()); steps++) {
    await page.keyboard.press("ArrowRight");
    // The focus follows with the frame.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await expect(target).toBeFocused();
  return target;
}

test.describe("the program table", () => {
  let desk: Desk;
  let page: Page;
  test.beforeEach(async ({ ownDesk, openWindow, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
    page = await openWindow(desk);
    await expect(row(page, "Program 01")).toBeVisible();
    // Without the assistant, every column that is usually shown has room.
    await page.keyboard.press("Control+j");
    await expect(page.getByRole("columnheader", { name: "Team" })).toBeVisible();
  });

  test("is edited, saved and taken back by the keyboard alone", async () => {
    const owner = await walkTo(page, "Program 02", "owner");
    await page.keyboard.press("F2");
    const field = page.getByRole("combobox", { name: "Owner of Program 02" });
    await expect(field).toBeFocused();
    await field.fill("Ben Okafor");
    await page.keyboard.press("Enter");
    await expect(owner).toHaveText("Ben Okafor");
    await expect(owner).toBeFocused();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();

    const status = await walkTo(page, "Program 02", "status");
    await page.keyboard.press("F2");
    await expect(page.getByRole("option", { name: "Off Track" })).toBeVisible();
    await page.keyboard.type("off");
    await page.keyboard.press("Tab");
    await expect(status).toHaveText("Off Track");
    await expect(row(page, "Program 02").getByRole("button", { name: /show why/ })).toBeFocused();

    await page.keyboard.press("Control+z");
    await expect(status).toHaveText("At Risk");
    await page.keyboard.press("Control+z");
    await expect(owner).toHaveText("Ada Brandt");
  });

  test("takes what is typed over a cell, and gives it back on Escape", async () => {
    const progress = await walkTo(page, "Program 03", "progress");
    await page.keyboard.type("7");
    const field = page.getByRole("textbox", { name: "Progress of Program 03" });
    await expect(field).toHaveValue("7");
    await page.keyboard.press("Escape");
    await expect(progress).toHaveText("40 %");
    await expect(progress).toBeFocused();
    await page.keyboard.type("1");
    await page.keyboard.type("50");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "0 to 100" })).toBeVisible();
    await field.fill("75");
    await page.keyboard.press("Enter");
    await expect(progress).toHaveText("75 %");
  });

  test("moves between cells with Home, End and the command key", async () => {
    await walkTo(page, "Program 02", "status");
    await page.keyboard.press("Home");
    await expect(row(page, "Program 02").getByRole("link")).toBeFocused();
    await page.keyboard.press("Control+End");
    await expect(cell(page, "Program 14", "last_update")).toBeFocused();
    await page.keyboard.press("Control+Home");
    await expect(row(page, "Program 01").getByRole("link")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Program 01" })).toBeVisible();
  });

  test("rolls an edit back with a message where another process wrote the field meanwhile", async ({
    writePortfolio,
  }) => {
    const owner = await walkTo(page, "Program 02", "owner");
    await page.keyboard.press("F2");
    await page.getByRole("combobox", { name: "Owner of Program 02" }).fill("Ben Okafor");
    desk.command("import", writePortfolio([{ ...portfolio[1], owner: "Chiara Conti" }]));
    await page.keyboard.press("Enter");
    // The toast is there twice: to be seen, and to be spoken.
    await expect(page.getByText(/^Not changed: /).first()).toBeVisible();
    await expect(owner).toHaveText("Chiara Conti");
  });

  test("copies a range of cells and pastes three rows of two, after a preview", async ({ context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const paste = async (text: string) => {
      await page.evaluate((value) => navigator.clipboard.writeText(value), text);
      await page.keyboard.press("Control+v");
    };
    const stage = await walkTo(page, "Program 02", "pipeline_stage");
    await paste("launching\tIda\nDiscovery\t=SUM(A1)\nIn Progress\t");
    const dialog = page.getByRole("dialog", { name: "Paste into the table" });
    await expect(dialog).toContainText("Owner: Ada Brandt to =SUM(A1)");
    await dialog.getByRole("button", { name: "Change 3 programs" }).click();
    await expect(stage).toHaveText("Launching");
    await expect(cell(page, "Program 03", "owner")).toHaveText("=SUM(A1)");
    await expect(cell(page, "Program 04", "owner")).toHaveText("—");

    await walkTo(page, "Program 02", "pipeline_stage");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll("\r", "")).toBe("Launching\tIda\nDiscovery\t'=SUM(A1)");

    await walkTo(page, "Program 05", "pipeline_stage");
    await paste("Planing\tIda\nPlanning\tIda");
    const refused = page.getByRole("dialog", { name: "Nothing was pasted" });
    await expect(refused).toContainText("Stage of Program 05 “Planing” is not one of");
    await refused.getByRole("button", { name: "Close" }).last().click();
    await expect(cell(page, "Program 06", "owner")).toHaveText("Ada Brandt");
  });

  test("keeps the arrangement of its columns after a reload", async () => {
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Show Start" }).click();
    await page.getByRole("checkbox", { name: "Show Team" }).click();
    await page.keyboard.press("Escape");
    const owner = page.getByRole("columnheader", { name: "Owner" });
    const before = (await owner.boundingBox())?.width ?? 0;
    await owner.getByRole("button").focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Alt+Shift+ArrowLeft");
    const titles = () => page.getByRole("columnheader").allInnerTexts();
    const arranged = await titles();
    expect(arranged).toContain("Start");
    expect(arranged).not.toContain("Team");
    expect(arranged.indexOf("Owner")).toBeLessThan(arranged.indexOf("Stage"));
    await page.reload();
    await expect(owner).toBeVisible();
    expect(await titles()).toEqual(arranged);
    expect((await owner.boundingBox())?.width).toBeGreaterThan(before);
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("button", { name: "Reset columns" }).click();
    await expect(page.getByRole("columnheader", { name: "Team" })).toBeVisible();
  });

  test("sorts by several keys and groups, in the address", async () => {
    await page.getByRole("columnheader", { name: "Status" }).getByRole("button").click();
    await page
      .getByRole("columnheader", { name: "Program" })
      .getByRole("button")
      .click({ modifiers: ["Shift"] });
    await expect(page).toHaveURL(/sort=status(,|%2C)name/);
    await page.getByRole("button", { name: "Group" }).click();
    await page.getByRole("radio", { name: "Owner" }).click();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/group=owner/);
    const ada = page.getByRole("row", { name: /^Ada Brandt/ });
    await expect(ada).toContainText("5 on track · 5 at risk");
    await expect(ada).toContainText("average progress 40 %");
    await expect(row(page, "Program 14")).toBeVisible();
    await ada.focus();
    await page.keyboard.press("ArrowLeft");
    await expect(ada).toHaveAttribute("aria-expanded", "false");
    await expect(row(page, "Program 01")).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("treegrid", { name: "Programs" })).toBeVisible();
  });

  test("looks into programs from the side while the arrows move on", async () => {
    await row(page, "Program 02").focus();
    await page.keyboard.press("Space");
    const peek = page.getByRole("complementary", { name: "Side view" });
    await expect(peek.getByRole("heading", { name: "Program 02" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(peek.getByRole("heading", { name: "Program 03" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(peek).toBeHidden();
    await page.keyboard.press("Space");
    await peek.getByRole("link", { name: "Open" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Program 03" })).toBeVisible();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`has nothing that axe finds, in ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      await walkTo(page, "Program 02", "owner");
      await page.keyboard.press("F2");
      await expect(page.getByRole("combobox", { name: "Owner of Program 02" })).toBeFocused();
      await expect(page.getByRole("option").first()).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Space");
      await expect(page.getByRole("complementary", { name: "Side view" })).toBeVisible();
      await page.getByRole("checkbox", { name: "Select Program 01" }).click();
      await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Change Status" }).click();
      await expect(page.getByRole("dialog", { name: "Change Status" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Columns" }).click();
      await expect(page.getByRole("checkbox", { name: "Show Start" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Group" }).click();
      await page.getByRole("radio", { name: "Status" }).click();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("treegrid", { name: "Programs" })).toBeVisible();
      await expectAccessible(page);
    });
  }
});
