import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test as base } from "./test";

interface Fixtures {
  /** Opens a page of the sample portfolio, whose files are kept where `save` says. */
  openSample: (save: string, address: string) => Promise<Page>;
}

const test = base.extend<Fixtures>({
  openSample: async ({ ownDesk, openWindow, sampleFile }, use) => {
    await use(async (save, address) =>
      openWindow(await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" }, save }), address),
    );
  },
});

const folder = () => mkdtempSync(join(tmpdir(), "portfolio-ai-exports-"));

const open = async (page: Page) => {
  await page.getByRole("button", { name: "Export" }).click();
  return page.getByRole("dialog", { name: "Export", exact: true });
};

test("a list is written as it is shown, and its folder can be opened", async ({ openSample }) => {
  const path = join(folder(), "list.csv");
  const page = await openSample(path, "#/programs?status=Off+Track&sort=-name");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("24 programs");
  const first = page.getByRole("grid", { name: "Programs" }).getByRole("row").nth(1).getByRole("link");
  const name = await first.innerText();
  const dialog = await open(page);
  await expect(dialog.getByRole("radio", { name: "This list: 24 programs" })).toBeChecked();
  await dialog.getByRole("radio", { name: "CSV" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Export…" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(path)).toBeVisible();
  await expect(page.getByRole("button", { name: "Open folder" })).toBeVisible();
  const lines = readFileSync(path, "utf8").trim().split("\r\n");
  expect(lines).toHaveLength(25);
  expect(lines[1]).toContain(name);
});

test("a register is written as of a day, and the whole portfolio from any page", async ({ openSample }) => {
  const path = join(folder(), "register.md");
  const page = await openSample(path, "#/risks");
  let dialog = await open(page);
  await dialog.getByRole("radio", { name: "Markdown" }).click();
  await dialog.getByRole("textbox", { name: "As of" }).fill("1 Feb 2026");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  expect(readFileSync(path, "utf8")).toContain("# Risks as of 2026-02-01");

  dialog = await open(page);
  await dialog.getByRole("radio", { name: "Whole portfolio" }).click();
  await dialog.getByRole("radio", { name: "JSON" }).click();
  await dialog.getByRole("button", { name: "Export…" }).click();
  await expect(dialog).toBeHidden();
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ format: "portfolio-ai", version: 1 });
});

test("a file that cannot be written is said in the dialog, which stays", async ({ openSample }) => {
  const place = folder();
  const page = await openSample(join(place, "no such folder", "a.xlsx"), "#/milestones");
  const dialog = await open(page);
  await dialog.getByRole("button", { name: "Export…" }).click();
  await expect(dialog.getByRole("alert")).toContainText("choose another place");
  await dialog.getByRole("textbox", { name: "As of" }).fill("not a day");
  await expect(dialog.getByRole("button", { name: "Export…" })).toBeDisabled();
  expect(readdirSync(place)).toEqual([]);
});
