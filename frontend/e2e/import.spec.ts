import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { drop, expect, test } from "./test";

const gmpp = resolve(import.meta.dirname, "../../../shared/data/gmpp-2022.csv");

test("the first run imports a file that was picked, after a look at what it holds", async ({
  openWindow,
  ownDesk,
}) => {
  if (!existsSync(gmpp)) process.stdout.write(`SKIP: ${gmpp} is not there\n`); // the list of results has no reasons
  test.skip(!existsSync(gmpp), `${gmpp} is not there`);
  const desk = await ownDesk({ pick: gmpp });
  const page = await openWindow(desk, "");
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
  await page.getByRole("button", { name: "Choose a file…" }).click();

  const dialog = page.getByRole("dialog", { name: "Import programs" });
  await expect(dialog.getByRole("row", { name: "colour_rating" })).toContainText("Likely");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("New235");
  await expect(dialog).toContainText("Rejected0");
  await expect(dialog).toContainText("The file speaks of 2022.");
  await dialog.getByRole("radio", { name: "Notes" }).click();
  await expect(dialog).toContainText("it counts as not reported");
  await dialog.getByRole("textbox", { name: "Figures as of" }).fill("2022-03-31");
  await dialog.getByRole("button", { name: "Import 235 programs" }).click();

  await expect(page.getByText("Imported 235 programs")).toBeVisible();
  const totals = page.getByRole("status", { name: "Totals" });
  for (const total of ["235 programs", "24 on track", "170 at risk", "27 off track", "14 not reported"]) {
    await expect(totals).toContainText(total);
  }

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
});

test("a dropped file is checked, and the same file twice changes nothing", async ({
  openWindow,
  ownDesk,
  sampleFile,
}) => {
  const desk = await ownDesk({});
  const page = await openWindow(desk);
  const dialog = page.getByRole("dialog", { name: "Import programs" });
  await drop(page, sampleFile);
  await dialog.getByRole("button", { name: "Import 120 programs" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("120 programs");

  await drop(page, sampleFile);
  await expect(dialog).toContainText("Unchanged120");
  await expect(dialog).toContainText("There is nothing to import: the portfolio says all this already.");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
});

test("a file that cannot be read says why, and nothing is changed", async ({ openWindow, ownDesk }) => {
  const desk = await ownDesk({ pick: "/nowhere/programs.csv" });
  const page = await openWindow(desk);
  await page.getByRole("button", { name: "Choose a file…" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("programs.csv");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
});

test("a portfolio can begin with one program made by hand", async ({ openWindow, ownDesk }) => {
  const desk = await ownDesk({});
  const page = await openWindow(desk);
  await page.getByRole("button", { name: "Start with an empty portfolio" }).click();
  const dialog = page.getByRole("dialog", { name: "New program" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Lighthouse");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Lighthouse" })).toBeVisible();
  await page.getByRole("link", { name: "Programs", exact: true }).first().click();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("1 program");
});

test("the sample can be looked at, removed in one action, and brought back", async ({
  openWindow,
  ownDesk,
}) => {
  const desk = await ownDesk({});
  const page = await openWindow(desk);
  await page.getByRole("button", { name: "Look at a sample portfolio" }).click();
  await expect(page.getByText("This is the sample portfolio.")).toBeVisible();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("40 programs");
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("40 programs");
});
