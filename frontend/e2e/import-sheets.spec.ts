import JSZip from "jszip";
import { fileOf, test } from "./import-test";
import { drop, expect, expectAccessible } from "./test";

/** A workbook of sheets by their names, each with its rows. */
async function workbook(sheets: Record<string, string[][]>): Promise<Buffer> {
  const zip = new JSZip();
  const names = Object.keys(sheets);
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="x/${type}" Target="${target}"/>`;
  zip.file(
    "_rels/.rels",
    `<Relationships>${relation(0, "officeDocument", "xl/workbook.xml")}</Relationships>`,
  );
  zip.file(
    "xl/_rels/workbook.xml.rels",
    `<Relationships>${names.map((_, i) => relation(i, "worksheet", `sheet${i}.xml`)).join("")}</Relationships>`,
  );
  zip.file(
    "xl/workbook.xml",
    `<workbook xmlns:r="x"><sheets>${names.map((name, i) => `<sheet name="${name}" r:id="r${i}"/>`).join("")}</sheets></workbook>`,
  );
  Object.values(sheets).forEach((rows, i) => {
    const cells = (row: string[]) => row.map((text) => `<c t="str"><v>${text}</v></c>`).join("");
    zip.file(
      `xl/sheet${i}.xml`,
      `<worksheet><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join("")}</sheetData></worksheet>`,
    );
  });
  return zip.generateAsync({ type: "nodebuffer" });
}

test("another sheet of a workbook is chosen by hand, and one that cannot be read can be left again", async ({
  wizard: { page, dialog },
}, info) => {
  const book = await workbook({
    Plan: [
      ["name", "status", "owner"],
      ["Aurora", "Red", "Ada"],
    ],
    Ideas: [
      ["name", "status"],
      ["Beacon", "Red"],
      ["Cedar", "Green"],
    ],
    Issues: [
      ["Issue key", "Summary"],
      ["A-1", "Dig"],
    ],
  });
  await drop(page, fileOf(info, "book.xlsx", book));
  await expect(dialog.getByRole("radio", { name: "New 1" })).toBeChecked();
  await dialog.getByRole("button", { name: "Change columns" }).click();
  await expect(dialog).toContainText("Sheet Plan");
  await dialog.getByRole("button", { name: "Choose another sheet" }).click();

  const sheet = dialog.getByRole("combobox", { name: "Sheet of book.xlsx" });
  const choose = async (name: string) => {
    await sheet.click();
    await page.getByRole("listbox").getByRole("option", { name, exact: true }).click();
    await expect(page.getByRole("listbox")).toHaveCount(0);
  };
  await expect(sheet).toContainText("Sheet chosen by its columns");
  await choose("Issues");
  await expect(dialog.getByRole("alert")).toContainText("looks like an export of Jira without the column");
  await expect(dialog.getByRole("button", { name: "Next" })).toBeDisabled();
  await choose("Ideas");
  await expect(dialog).toContainText("Workbook · Sheet Ideas · 2 rows · 2 columns");
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Next" }).click();
  await dialog.getByRole("button", { name: "Next" }).click();
  await expect(dialog.getByRole("radio", { name: "New 2" })).toBeChecked();
  await dialog.getByRole("radio", { name: "Notes" }).click();
  await expect(dialog).toContainText("Sheets that were not read: Plan, Issues.");
  await dialog.getByRole("button", { name: "Import 2 programs" }).click();
  await expect(page.getByText("Imported 2 programs")).toBeVisible();

  await drop(page, fileOf(info, "again.xlsx", book));
  await dialog.getByRole("button", { name: "Change columns" }).click();
  await expect(dialog).toContainText("Sheet Ideas");
});
