import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

const programs = [
  { id: "wren", name: "Wren", owner: "Ada Brandt" },
  { id: "heron", name: "Heron", owner: "Ben Okafor" },
];

/** The portfolio in the data folder. */
const fileOf = (desk: Desk) => join(desk.dataDir, "portfolio.db");

const asides = (desk: Desk) =>
  readdirSync(desk.dataDir).filter((name) => /^portfolio-damaged-.*\.db$/.test(name));

const expectPrograms = async (page: Page, count: string) => {
  await page.getByRole("link", { name: "Programs" }).click();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText(count);
};

const ruins: Record<string, (file: string) => void> = {
  "no portfolio": (file) => writeFileSync(file, "Dear Ada, ".repeat(900)),
  "cut off": (file) => truncateSync(file, 3 * 4096 + 17),
  empty: (file) => truncateSync(file, 0),
  gone: (file) => rmSync(file),
};

for (const [name, ruin] of Object.entries(ruins)) {
  test(`a portfolio that is ${name} is neither a crash nor a new one: a backup takes its place`, async ({
    ownDesk,
    openWindow,
    writePortfolio,
  }) => {
    const desk = await ownDesk({ portfolio: { file: writePortfolio(programs), asOf: "2026-01-31" } });
    desk.command("backup");
    await desk.restart(() => ruin(fileOf(desk)));
    const page = await openWindow(desk);
    await expect(page.getByRole("heading", { name: "The portfolio cannot be opened" })).toBeVisible();
    await expectAccessible(page);
    const backup = page.getByRole("row").filter({ hasText: "2 programs" }).first();
    await backup.getByRole("button", { name: /^Restore the backup of / }).click();
    await expectPrograms(page, "2 programs");
    expect(asides(desk)).toHaveLength(name === "gone" ? 0 : 1);
  });
}

test.describe("a portfolio whose end is missing", () => {
  let desk: Desk;
  let damaged: Buffer;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(programs), asOf: "2026-01-31" } });
    await desk.restart(() => {
      rmSync(join(desk.dataDir, "backups"), { recursive: true, force: true });
      truncateSync(fileOf(desk), statSync(fileOf(desk)).size - 4096 * 3);
      damaged = readFileSync(fileOf(desk));
    });
  });

  const expectKept = () => {
    const [kept] = asides(desk);
    expect(readFileSync(join(desk.dataDir, kept ?? "")).equals(damaged)).toBe(true);
  };

  test("gives what can be read of it, says what is missing, and is kept", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await expect(page.getByText("There are no backups of it.")).toBeVisible();
    await page.getByRole("button", { name: "Save what can be read" }).click();
    await expect(page.getByRole("heading", { name: "This could be saved" })).toBeVisible();
    await expect(page.getByText("2 programs, 0 other records")).toBeVisible();
    await expectAccessible(page);
    expectKept();
    await page.getByRole("button", { name: "Open the portfolio" }).click();
    await expectPrograms(page, "2 programs");
  });

  test("makes room for an empty one where a person says so, and is kept", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await page.getByRole("button", { name: "Begin with an empty portfolio" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Programs" })).toBeVisible();
    await expect(page.getByRole("button", { name: /sample/ })).toBeVisible();
    expectKept();
  });
});

test("the file is checked in the settings, and a contradiction is told", async ({
  ownDesk,
  openWindow,
  writePortfolio,
}) => {
  const desk = await ownDesk({ portfolio: { file: writePortfolio(programs), asOf: "2026-01-31" } });
  const page = await openWindow(desk, "#/settings");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("Sound: 2 programs, 0 other records")).toBeVisible();
  await desk.restart(() => {
    const content = readFileSync(fileOf(desk)).toString("latin1");
    writeFileSync(fileOf(desk), content.replaceAll("Ada Brandt", "Ada Brandy"), "latin1");
  });
  await page.reload();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText(/^\d+ problems?\. Restore a backup/)).toBeVisible();
  await expectAccessible(page);
});
