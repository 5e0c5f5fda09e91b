import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

/** The key figures of the page, each with the number that it shows. */
async function figuresOf(page: Page): Promise<{ name: string; count: number }[]> {
  const links = page.getByRole("list", { name: "Key figures" }).getByRole("link");
  await expect(links.first()).toBeVisible();
  const names = await links.evaluateAll((all) => all.map((link) => link.getAttribute("aria-label") ?? ""));
  return names.map((name) => ({ name, count: Number(/\d+/.exec(name.replace(/ within.*/, ""))?.[0]) }));
}

/** Opens a link of the page and expects that its list says that it has so many rows; then goes back. */
async function expectRows(page: Page, name: string, count: number): Promise<void> {
  const address = page.url();
  await page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Overview");
  await expect(page.locator("main header p"), name).toHaveText(String(count));
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("list", { name: "Key figures" })).toBeVisible();
}

test.describe("the overview of the sample", () => {
  let desk: Desk;
  test.beforeAll(async ({ startDesk }) => {
    desk = await startDesk({});
    desk.command("sample");
  });
  test.afterAll(() => desk.stop());

  for (const address of ["#/overview", "#/overview?status=At+Risk&status=On+Track", "#/overview?team="]) {
    test(`every figure opens a list of as many rows at ${address}`, async ({ openWindow }) => {
      const page = await openWindow(desk, address);
      const figures = await figuresOf(page);
      expect(figures.length).toBeGreaterThanOrEqual(7);
      for (const { name, count } of figures) await expectRows(page, name, count);
    });
  }

  test("every segment of the bars and every cell of the matrix opens as many rows", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/overview?by=owner&pipeline_stage=In+Progress");
    await expect(page.getByRole("list", { name: "Status by" })).toBeVisible();
    for (const part of [
      page.getByRole("list", { name: "Status by" }).getByRole("link", { name: /: \d+$/ }),
      page.getByRole("list", { name: "Objective coverage" }).getByRole("link", { name: /: \d+$/ }),
      page.getByRole("table", { name: "Open risks" }).getByRole("link"),
    ]) {
      const names = await part.evaluateAll((all) => all.map((link) => link.getAttribute("aria-label") ?? ""));
      expect(names.length).toBeGreaterThan(0);
      for (const name of names.slice(0, 4)) {
        await expectRows(page, name, Number(/\d+$/.exec(name)?.[0]));
      }
    }
  });

  test("keeps filter and grouping in the address through Back and reload", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/overview");
    await page.getByRole("button", { name: "Filter by Status" }).click();
    await page.getByRole("checkbox", { name: "Off Track" }).click();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/status=Off\+Track/);
    await page.getByRole("combobox", { name: "Status by" }).click();
    await page.getByRole("option", { name: "Owner" }).click();
    await expect(page).toHaveURL(/by=owner/);
    const figures = await figuresOf(page);
    await page.reload();
    await expect(page.getByRole("combobox", { name: "Status by" })).toContainText("Owner");
    expect(await figuresOf(page)).toEqual(figures);
    await page.goBack();
    await expect(page.getByRole("combobox", { name: "Status by" })).toContainText("Product line");
    await expect(page).toHaveURL(/status=Off\+Track/);
    await page.getByRole("button", { name: "Remove the filter on Status" }).click();
    await expect(page).not.toHaveURL(/status=/);
  });

  test("works by keyboard alone, and a preset can be taken off its list", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/programs");
    await page.locator("body").press("g");
    await page.locator("body").press("o");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
    const stale = page.getByRole("link", { name: /^Stale updates: \d+$/ });
    await stale.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/show=stale/);
    await page.getByRole("button", { name: "Remove the filter on Stale updates" }).focus();
    await page.keyboard.press("Enter");
    await expect(page).not.toHaveURL(/show=/);
    await expect(page.getByRole("button", { name: "Remove the filter on Stale updates" })).toHaveCount(0);
  });

  test("says of the programs that need attention why, and leads to them", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/overview");
    const rows = page.getByRole("list", { name: "Needs attention" }).getByRole("listitem");
    await expect(rows.first()).toContainText(/Off Track|At Risk/);
    await expect(rows.first()).toContainText(/launch|milestone|update|risk|Progress/i);
    const name = await rows.first().getByRole("link").textContent();
    await rows.first().getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name ?? "");
  });

  test("shows a past day while looking back", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/activity");
    await page.getByRole("button", { name: "As of…" }).click();
    const dialog = page.getByRole("dialog", { name: "Look back" });
    const then = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByRole("textbox", { name: "As of" }).fill(then);
    await dialog.getByRole("button", { name: "Look back" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    // Three programs of the sample came later.
    await expect(page.getByRole("link", { name: "Programs: 37" })).toBeVisible();
    for (const { name, count } of await figuresOf(page)) await expectRows(page, name, count);
    await page.getByRole("button", { name: "Back to today" }).click();
    await expect(page.getByRole("link", { name: "Programs: 40" })).toBeVisible();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`in ${colorScheme}`, () => {
      test.use({ colorScheme });
      test("has nothing that axe finds", async ({ openWindow }) => {
        const page = await openWindow(desk, "#/overview");
        await figuresOf(page);
        await expectAccessible(page);
      });
    });
  }
});

test("says what to do while there are no programs", async ({ openWindow, ownDesk }) => {
  const page = await openWindow(await ownDesk({}), "#/overview");
  await expect(page.getByText("No programs yet")).toBeVisible();
  await page.getByRole("button", { name: "Go to Programs" }).click();
  await expect(page).toHaveURL(/#\/programs/);
});
