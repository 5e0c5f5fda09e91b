import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

const risk = (program: string, id: string, fields: object) => ({
  id,
  program_id: program,
  title: id,
  description: "",
  mitigation: "",
  status: "Open",
  ...fields,
});

const portfolio = [
  {
    id: "tern",
    name: "Tern",
    status: "On Track",
    product_line: "Payments",
    risks: [
      risk("tern", "Vendor leaves", { severity: "High", likelihood: "High" }),
      risk("tern", "Key person", {
        severity: "High",
        likelihood: "High",
        mitigation: "A deputy",
        owner: "Ada",
      }),
      risk("tern", "Old news", { severity: "High", likelihood: "High", status: "Closed" }),
    ],
  },
  {
    id: "heron",
    name: "Heron",
    status: "At Risk",
    product_line: "Identity",
    risks: [
      risk("heron", "Permit late", { severity: "Medium", likelihood: "Low", review_date: "2020-01-31" }),
      risk("heron", "Unrated", { status: "Mitigating" }),
    ],
  },
];

const grid = (page: Page) => page.getByRole("grid", { name: "Risks" });
const row = (page: Page, title: string) => grid(page).getByRole("row").filter({ hasText: title });
const cell = (page: Page, severity: string, likelihood: string) =>
  page.getByRole("button", { name: new RegExp(`severity ${severity}, likelihood ${likelihood}$`) });

test.describe("the register of risks", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
  });

  test("marks what is missing or late", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/risks");
    const unmitigated = page.getByRole("img", { name: "Open High risk without mitigation" });
    await expect(row(page, "Vendor leaves").getByRole("img")).toHaveCount(1);
    await expect(unmitigated).toHaveCount(1); // neither the mitigated nor the closed one
    await page.setViewportSize({ width: 1900, height: 900 });
    await expect(row(page, "Vendor leaves")).toContainText("No mitigation");
    await expect(
      row(page, "Permit late").getByRole("img", { name: "The review date has passed" }),
    ).toBeVisible();
    await expect(row(page, "Vendor leaves").getByRole("gridcell", { name: "9", exact: true })).toBeVisible();
  });

  test("is filtered by a cell of the heat map, and no longer when it is pressed again", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/risks");
    const worst = cell(page, "High", "High");
    await expect(worst).toHaveText("2");
    await expect(cell(page, "Not reported", "Not reported")).toHaveText("1");
    await worst.click();
    await expect(page).toHaveURL(/severity=High/);
    await expect(grid(page).getByRole("row")).toHaveCount(1 + 2);
    await expect(worst).toHaveAttribute("aria-pressed", "true");
    await expect(cell(page, "Medium", "Low")).toHaveText("1");
    await page.reload();
    await expect(worst).toHaveAttribute("aria-pressed", "true");
    await worst.click();
    await expect(grid(page).getByRole("row")).toHaveCount(1 + 5);

    await page.getByRole("button", { name: "Filter by Product line" }).click();
    await page.getByRole("checkbox", { name: "Identity" }).click();
    await page.keyboard.press("Escape");
    await expect(worst).toHaveText("0");
    await expect(grid(page).getByRole("row")).toHaveCount(1 + 2);
  });

  test("walks the heat map by the arrow keys", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/risks");
    await expect(cell(page, "Medium", "Low")).toHaveText("1");
    await cell(page, "Low", "High").focus();
    await page.keyboard.press("ArrowRight");
    await expect(cell(page, "Medium", "High")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(grid(page).getByRole("row")).toHaveCount(1 + 1);
    await expect(row(page, "Permit late")).toBeVisible();
  });

  test("changes a severity in place by keyboard alone, and takes it back", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/risks?q=permit");
    await row(page, "Permit late").focus();
    const severity = row(page, "Permit late").getByRole("button", { name: /^Severity/ });
    await page.keyboard.press("ArrowRight"); // to the link of its title
    await page.keyboard.press("ArrowRight");
    await expect(severity).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitemradio", { name: "Medium" })).toHaveAttribute("aria-checked", "true");
    await expect(page.getByRole("menuitemradio").first()).toBeFocused();
    await page.keyboard.press("h");
    await expect(page.getByRole("menuitemradio", { name: "High" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(severity).toHaveAccessibleName("Severity: High");
    await expect(severity).toBeFocused();
    await expect(page.getByRole("img", { name: "Open High risk without mitigation" })).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(severity).toHaveAccessibleName("Severity: Medium");
  });

  test("opens a risk to edit it, and takes a new one for a program that is picked", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/risks?q=permit");
    await row(page, "Permit late").focus();
    await page.keyboard.press("Enter");
    const edit = page.getByRole("dialog", { name: "Edit risk" });
    await edit.getByRole("textbox", { name: "Mitigation" }).fill("Ask early");
    await edit.getByRole("button", { name: "Save risk" }).click();
    await expect(edit).toBeHidden();

    await page.goto(desk.url + "#/risks");
    await page.getByRole("button", { name: "Add risk" }).click();
    const add = page.getByRole("dialog", { name: "Add risk" });
    await add.getByRole("textbox", { name: "Title" }).fill("No second supplier");
    await expect(add.getByRole("button", { name: "Add risk" })).toBeDisabled();
    await add.getByRole("combobox", { name: "Program" }).fill("her");
    await page.getByRole("option", { name: "Heron" }).click();
    await add.getByRole("button", { name: "Add risk" }).click();
    await expect(row(page, "No second supplier")).toContainText("Heron");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("the filtered register and its heat map have nothing that axe finds", async ({
      openWindow,
      ownDesk,
      writePortfolio,
    }) => {
      const desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
      const page = await openWindow(desk, "#/risks?severity=High");
      await expect(grid(page).getByRole("row")).toHaveCount(1 + 3);
      await expectAccessible(page);
    });
  });
}
