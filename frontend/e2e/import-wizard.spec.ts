import { join } from "node:path";
import type { Page } from "@playwright/test";
import { dialogOf, fileOf, test } from "./import-test";
import { drop, expect, expectAccessible } from "./test";

/** Reads a column as a field. A list that closes is still there for a moment: it is not the one to choose from. */
async function readAs(page: Page, column: string, field: string): Promise<void> {
  await page.getByRole("combobox", { name: `Read ${column} as` }).click();
  await page.getByRole("listbox").getByRole("option", { name: field, exact: true }).click();
  await expect(page.getByRole("listbox")).toHaveCount(0);
}

const german = (owner: string, rag: string) =>
  `Nr;Vorhaben;Ampel;Wer;Notiz\nV-1;Neue Werkshalle;${rag};${owner};a\nV-2;Dach erneuern;green;Bo;a\nV-3;Kantine;amber;Cy;b\n`;

test("columns with unknown headers are proposed by their values, chosen, and remembered for the next file", async ({
  wizard: { page, dialog },
}, info) => {
  await drop(page, fileOf(info, "march.csv", german("Ada", "red")));

  const row = (column: string) =>
    dialog.getByRole("row").filter({ has: page.getByRole("rowheader", { name: column, exact: true }) });
  await expect(row("Vorhaben")).toContainText("Neue Werkshalle · Dach erneuern · Kantine");
  await expect(row("Vorhaben")).toContainText("Name");
  await expect(row("Vorhaben")).toContainText("Likely");
  await expect(row("Ampel")).toContainText("Status");
  await expect(row("Wer")).toContainText("Not read");
  await readAs(page, "Wer", "Owner");
  await expect(row("Wer")).toContainText("Your choice");
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Next" }).click();
  await expect(dialog.getByRole("radio", { name: "New 3" })).toBeChecked();
  await dialog.getByRole("button", { name: "Import 3 programs" }).click();
  await expect(dialog).toBeHidden();

  await drop(page, fileOf(info, "april.csv", german("Eva", "amber")));
  await expect(dialog).toContainText("Columns are read as you mapped them on");
  const list = dialog.getByRole("list").last();
  await expect(dialog.getByRole("radio", { name: "Changed 1" })).toBeChecked();
  await expect(list).toContainText("Neue Werkshalle");
  await expect(list.getByRole("definition").first()).toContainText("Off Track");
  await expect(list.getByRole("definition").first()).toContainText("At Risk");
  await expect(list).toContainText("Ada");
  await expect(list).toContainText("Eva");
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Change columns" }).click();
  await dialog.getByRole("button", { name: "Start from the file's own headers" }).click();
  await expect(row("Wer")).toContainText("Do not read");
  await dialog.getByRole("button", { name: "Take the mapping of" }).click();
  await expect(row("Wer")).toContainText("As last time");
});

test("two columns for one field are refused as they are chosen, and going back and forth keeps the choices", async ({
  wizard: { page, dialog },
}, info) => {
  await drop(page, fileOf(info, "a.csv", "Project,Wer,Auch\nAurora,Ada,Bo\n"));
  await readAs(page, "Wer", "Owner");
  await readAs(page, "Auch", "Owner");
  await expect(dialog).toContainText("“Wer” and “Auch” are both read as Owner.");
  await expect(dialog.getByRole("button", { name: "Next" })).toBeDisabled();
  await readAs(page, "Auch", "Team");
  await readAs(page, "Project", "Do not read");
  await expect(dialog).toContainText("No column says which program a row is about.");
  await readAs(page, "Project", "Name");

  await dialog.getByRole("button", { name: "Back" }).click();
  await expect(dialog).toContainText("1 row · 3 columns");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("3 of 3 columns are read.");
  await expect(dialog.getByRole("radio", { name: "New 1" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
});

test("several files come in as one step, each with columns of its own", async ({
  wizard: { page, dialog },
}, info) => {
  const names = fileOf(info, "names.csv", "name,owner\nAurora,Ada\n,Bo\n");
  const more = fileOf(info, "more.json", JSON.stringify([{ name: "Beacon" }]));
  await drop(page, names, more, join(info.outputPath(), "gone.csv"));
  await expect(dialog.getByRole("alert")).toContainText("gone.csv");
  await expect(dialog.getByRole("button", { name: "Next" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Leave out gone.csv" }).click();

  await expect(dialog.getByRole("radio", { name: "New 2" })).toBeChecked();
  await dialog.getByRole("radio", { name: "Rejected 1" }).click();
  await expect(dialog.getByRole("listitem").last()).toHaveText("Row 3names.csvThe name is empty.");
  await dialog.getByRole("button", { name: "Import 2 programs" }).click();
  await expect(page.getByText("Imported 2 programs")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
});

test("the day comes from the file, and one before the newest is refused at the field", async ({
  openWindow,
  ownDesk,
}, info) => {
  const march = fileOf(info, "march.csv", "name,as of\nAurora,2026-03-31\n");
  const desk = await ownDesk({ portfolio: { file: march, asOf: "2026-03-31" } });
  const page = await openWindow(desk);
  const dialog = dialogOf(page);
  await drop(page, fileOf(info, "april.csv", "name,as of\nAurora,2026-04-30\nBeacon,2026-04-30\n"));
  const day = dialog.getByRole("textbox", { name: "Figures as of" });
  await expect(day).toHaveValue("2026-04-30");
  await expect(dialog.getByRole("button", { name: "Import 1 program" })).toBeEnabled();
  await day.fill("2026-03-30");
  await expect(dialog).toContainText("The portfolio already holds figures as of 31 Mar 2026.");
  await expect(day).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await day.fill("31 Mar 2026");
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Import 1 program" }).click();
  await expect(page.getByText("Imported 1 program")).toBeVisible();
});

test("ten thousand rows scroll and can be searched; only those in sight are drawn", async ({
  wizard: { page, dialog },
}, info) => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `Program ${String(i).padStart(5, "0")},Red`);
  await drop(page, fileOf(info, "many.csv", ["name,status", ...rows].join("\n")));
  await expect(dialog.getByRole("radio", { name: "New 10,000" })).toBeChecked();
  const items = dialog.getByRole("group", { name: "New" }).getByRole("listitem");
  await expect(items.first()).toHaveAttribute("aria-setsize", "10000");
  await expect(items.first()).toContainText("Program 00000");
  expect(await items.count()).toBeLessThan(60);

  await dialog.getByRole("searchbox", { name: "Find a program" }).fill("09999");
  await expect(items).toHaveCount(1);
  await expect(items).toContainText("Row 10001");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
});

test("an import that is stopped leaves nothing, and can be started again", async ({
  wizard: { page, dialog },
}, info) => {
  const rows = Array.from({ length: 15_000 }, (_, i) => `Program ${i},Red`);
  await drop(page, fileOf(info, "many.csv", ["name,status", ...rows].join("\n")));
  await dialog.getByRole("button", { name: "Import 15,000 programs" }).click();
  await expect(dialog.getByRole("progressbar", { name: "Progress of the import" })).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(/stopped; nothing was changed/i);
  await expect(dialog.getByRole("button", { name: "Import 15,000 programs" })).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
});

test("an export of Jira brings its issues as milestones where that is asked", async ({
  wizard: { page, dialog },
}) => {
  await drop(page, join(import.meta.dirname, "../../store/exchange/testdata/jira/cloud.csv"));
  await dialog.getByRole("checkbox", { name: /Take the issues below the epics/ }).check();
  await dialog.getByRole("button", { name: "Next" }).click();
  await dialog.getByRole("button", { name: /^Import \d+ programs?$/ }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: "Milestones" }).click();
  await expect(page.getByRole("grid", { name: "Milestones" }).getByRole("row").nth(1)).toBeVisible();
});
