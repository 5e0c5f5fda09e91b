import { mkdirSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

const folder = () => mkdtempSync(join(tmpdir(), "portfolio-ai-backups-"));

const wren = { id: "wren", name: "Wren", status: "On Track", owner: "Ada Brandt" };
const heron = { id: "heron", name: "Heron", status: "At Risk", owner: "Ben Okafor" };

/** Opens the list of backups, and of one of them the dialog that shows what it would change. */
const lookInto = async (page: Page, backup: RegExp) => {
  await page.getByRole("button", { name: "Restore…", exact: true }).click();
  const list = page.getByRole("dialog", { name: "Backups" });
  await expectAccessible(page);
  const row = list.getByRole("row").filter({ hasText: backup }).first();
  await row.getByRole("button", { name: /^Restore the backup of / }).click();
  return page.getByRole("dialog", { name: "Restore a backup" });
};

test.describe("a backup", () => {
  let desk: Desk;
  let change: (programs: object[]) => void;
  const save = join(folder(), "Mine.pfbackup");
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio([wren, heron]), asOf: "2026-01-31" }, save });
    change = (programs) => desk.command("import", writePortfolio(programs));
  });

  test("made now is put back after a look at what changes, and what was there is kept", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/settings");
    await page.getByRole("button", { name: "Back up now" }).click();
    await expect(page.getByText("The backup is made and sound")).toBeVisible();
    await expect(page.getByText(/ · By hand · 2 programs, 0 other records/)).toBeVisible();

    change([
      { ...wren, owner: "Chiara Conti" },
      { id: "new", name: "Newt" },
    ]);
    const dialog = await lookInto(page, /By hand/);
    await expect(dialog).toContainText("1 changes · 1 goes");
    await expect(dialog.getByRole("row", { name: /Wren/ })).toContainText("OwnerChiara ContiAda Brandt");
    await expect(dialog.getByRole("row", { name: /Newt/ })).toContainText("Goes");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Replace the portfolio" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: "Programs" }).click();
    await expect(page.getByRole("status", { name: "Totals" })).toContainText("2 programs");
    await expect(page.getByRole("row", { name: /Wren/ })).toContainText("Ada Brandt");

    await page.goto(`${desk.url}#/settings`);
    const back = await lookInto(page, /Before a restore/);
    await expect(back).toContainText("1 record comes back · 1 changes");
    expect(readdirSync(join(desk.dataDir, "backups")).length).toBeGreaterThanOrEqual(2);
  });

  test("is merged: what is missing comes back, what was written later stays, one undo takes it back", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/settings");
    await page.getByRole("button", { name: "Back up now" }).click();
    await expect(page.getByText("The backup is made and sound")).toBeVisible();
    desk.command("undo");
    change([{ id: "new", name: "Newt" }]);
    const dialog = await lookInto(page, /By hand/);
    await dialog.getByRole("radio", { name: "Merge" }).click();
    await expect(dialog).toContainText("2 records come back");
    await expect(dialog).not.toContainText("goes");
    await dialog.getByRole("button", { name: "Merge 2 records" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: "Programs" }).click();
    await expect(page.getByRole("status", { name: "Totals" })).toContainText("3 programs");
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("status", { name: "Totals" })).toContainText("1 program");
  });

  test("that is saved to a file replaces one that holds more only after a question", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/settings");
    await page.getByRole("button", { name: "Save a backup…" }).click();
    await expect(page.getByText(save)).toBeVisible();
    const before = statSync(save).mtimeMs;
    desk.command("undo");
    await page.getByRole("button", { name: "Save a backup…" }).click();
    const question = page.getByRole("dialog", { name: "That backup holds more" });
    await expect(question).toContainText("2 programs");
    await expectAccessible(page);
    await question.getByRole("button", { name: "Cancel" }).click();
    expect(statSync(save).mtimeMs).toBe(before);
    await page.getByRole("button", { name: "Save a backup…" }).click();
    await question.getByRole("button", { name: "Replace it all the same" }).click();
    await expect.poll(() => statSync(save).mtimeMs).toBeGreaterThan(before);
  });
});

test("backups go into the folder that is chosen, and back beside the portfolio", async ({
  ownDesk,
  openWindow,
  writePortfolio,
}) => {
  const chosen = join(folder(), "Stick 100%");
  mkdirSync(chosen);
  const page = await openWindow(
    await ownDesk({ portfolio: { file: writePortfolio([wren]), asOf: "2026-01-31" }, pick: chosen }),
    "#/settings",
  );
  await page.getByRole("button", { name: "Choose…" }).click();
  await expect(page.getByText(chosen)).toBeVisible();
  await page.getByRole("button", { name: "Back up now" }).click();
  await expect.poll(() => readdirSync(chosen).filter((name) => name.endsWith(".pfbackup"))).toHaveLength(1);
  await page.getByRole("button", { name: "Beside the portfolio" }).click();
  await expect(page.getByText(chosen)).toBeHidden();
});
