import type { Page } from "@playwright/test";
import { samplePortfolio } from "./sample-portfolio";
import { expect, test } from "./test";

const rows = (page: Page) => page.getByRole("grid", { name: "Programs" }).getByRole("row");
const firstName = (page: Page) => rows(page).nth(1).getByRole("link");

test("the list shows all programs with their totals", async ({ openWindow, sampleDesk }) => {
  const page = await openWindow(sampleDesk);
  await expect(page.getByRole("heading", { level: 1, name: "Programs" })).toBeVisible();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("120 programs");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("24 on track");
  await expect(page.getByRole("grid", { name: "Programs" })).toHaveAttribute("aria-rowcount", "121");
  await expect(firstName(page)).toHaveText("Archive 004");
});

test("a header sorts both ways, with programs that report nothing last", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  const launch = page.getByRole("columnheader", { name: "Launch" });
  await launch.getByRole("button").click();
  await expect(launch).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page).nth(1)).toContainText("15 Jan 2026");
  await launch.getByRole("button").click();
  await expect(launch).toHaveAttribute("aria-sort", "descending");
  await expect(rows(page).nth(1)).toContainText("2028");
  await rows(page).nth(1).focus();
  // The list is read page by page; the end comes nearer with each.
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(page.getByRole("row", { name: /no date/ }).first()).toBeVisible({ timeout: 300 });
  }).toPass();
});

test("filters narrow the list, live in the address, and survive Back and reload", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  await page.getByRole("button", { name: "Filter by Status" }).click();
  await page.getByRole("checkbox", { name: /Off Track/ }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("status", { name: "Totals" })).toHaveText("24 programs24 off track");
  await expect(page).toHaveURL(/status=Off(\+|%20)Track/);

  await page.getByRole("button", { name: "Filter by Owner" }).click();
  await page.getByRole("checkbox", { name: /Chiara Conti/ }).click();
  await page.keyboard.press("Escape");
  const wanted = samplePortfolio.filter((p) => p.status === "Off Track" && p.owner === "Chiara Conti").length;
  await expect(page.getByRole("status", { name: "Totals" })).toContainText(`${wanted} programs`);

  await page.reload();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText(`${wanted} programs`);
  await page.goBack();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("24 programs");
  await page.getByRole("button", { name: "Remove the filter on Status" }).click();
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("120 programs");
});

test("search finds programs by the words of their text", async ({ openWindow, sampleDesk }) => {
  const page = await openWindow(sampleDesk);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search programs" })).toBeFocused();
  await page.keyboard.type("compass 006");
  await expect(firstName(page)).toHaveText("Compass 006");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("1 program");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("120 programs");
});

test("the keyboard alone walks the list, opens a program and comes back to its row", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  await expect(firstName(page)).toBeVisible();
  await rows(page).nth(1).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  await expect(rows(page).nth(2)).toBeFocused();
  const name = await rows(page).nth(2).getByRole("link").innerText();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("button", { name: "Next program (J)" })).toBeEnabled();
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(name);
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { level: 1, name: "Risks" })).toBeVisible();
  await page.keyboard.press("Control+,");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

test("the tab order reaches every part of the page", async ({ openWindow, sampleDesk }) => {
  const page = await openWindow(sampleDesk);
  await expect(firstName(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Message to the assistant" })).toBeVisible();
  const reached = new Set<string>();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    reached.add(
      await page.evaluate(() => {
        const element = document.activeElement;
        return `${element?.getAttribute("role") ?? element?.tagName.toLowerCase() ?? ""} ${element?.getAttribute("aria-label") ?? element?.textContent ?? ""}`;
      }),
    );
  }
  for (const stop of [
    "a Settings",
    "button New program",
    "button More filters",
    "searchbox Search programs",
    "button Launch",
    "separator Width of the assistant",
    "textarea Message to the assistant",
  ]) {
    expect([...reached], stop).toContain(stop);
  }
  expect([...reached].some((stop) => stop.startsWith("row "))).toBe(true);
});

test("dates stay whole in a small window with the assistant open", async ({
  openWindow,
  sampleDesk,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openWindow(sampleDesk);
  await expect(firstName(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Message to the assistant" })).toBeVisible();
  for (const header of ["Program", "Status", "Launch"]) {
    await expect(page.getByRole("columnheader", { name: header })).toBeVisible();
  }
  const cut = await page
    .getByRole("gridcell")
    .filter({ hasText: /\d{4}/ })
    .evaluateAll(
      (cells) =>
        cells.filter(
          (cell) => /\d{2} \w{3} \d{4}/.test(cell.textContent) && cell.scrollWidth > cell.clientWidth,
        ).length,
    );
  expect(cut).toBe(0);
});
