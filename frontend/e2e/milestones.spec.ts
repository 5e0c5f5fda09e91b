import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, expectAccessible, test } from "./test";

/** A day some days from today, as the program counts them. */
function dayFrom(days: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
}

/** A day as the window writes it. */
function written(day: string): string {
  const month = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" }).format(new Date(day));
  return `${day.slice(8)} ${month} ${day.slice(0, 4)}`;
}

const milestone = (name: string, due_date: string, fields: object = {}) => ({
  id: name,
  program_id: "tern",
  name,
  due_date,
  status: "Planned",
  ...fields,
});

const today = dayFrom(0);
const portfolio = [
  {
    id: "tern",
    name: "Tern",
    status: "On Track",
    owner: "Ada Brandt",
    milestones: [
      milestone("Permit", dayFrom(-10), { baseline_date: dayFrom(-50) }),
      milestone("Pilot", dayFrom(20)),
      milestone("Far away", dayFrom(300)),
      milestone("Kick-off", dayFrom(-40), { status: "Done", completed_date: today }),
      ...[1, 2, 3, 4, 5].map((n) => milestone(`Wave ${n}`, "2031-05-15")),
    ],
  },
];

const grid = (page: Page) => page.getByRole("grid", { name: "Milestones" });
const row = (page: Page, name: string) => grid(page).getByRole("row").filter({ hasText: name });
const names = async (page: Page) => {
  const links = await grid(page)
    .getByRole("link", { name: /^(?!Tern)/ })
    .allTextContents();
  return links.sort();
};

test.describe("the milestones", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
  });

  test("have presets in the address, and say how far each slipped", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/milestones?show=overdue");
    await expect.poll(() => names(page)).toEqual(["Permit"]);
    await expect(row(page, "Permit")).toContainText("40 d later");
    await expect(row(page, "Permit")).toContainText("Overdue");
    await page.getByRole("radio", { name: "Next 30 days" }).click();
    await expect(page).toHaveURL(/show=next30/);
    await expect.poll(() => names(page)).toEqual(["Pilot"]);
    await page.getByRole("radio", { name: "Done this month" }).click();
    await expect.poll(() => names(page)).toEqual(["Kick-off"]);
    await page.goBack();
    await expect.poll(() => names(page)).toEqual(["Pilot"]);
    await page.getByRole("radio", { name: "All" }).click();
    await expect.poll(() => names(page)).toHaveLength(9);
  });

  test("are ticked by keyboard alone, on a day that can be changed, and unticked", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/milestones?q=pilot");
    const pilot = row(page, "Pilot");
    await pilot.focus();
    await page.keyboard.press("ArrowRight");
    const tick = pilot.getByRole("checkbox", { name: "Pilot is done" });
    await expect(tick).toBeFocused();
    await page.keyboard.press("Space");
    await expect(tick).toBeChecked();
    const completed = pilot.getByRole("button", { name: /^Completed/ });
    await expect(completed).toHaveText(written(today));

    await completed.focus();
    await page.keyboard.press("Enter");
    const day = page.getByRole("textbox", { name: "Completed" });
    await expect(day).toBeFocused();
    await day.fill("2026-02-03");
    await page.keyboard.press("Enter");
    await expect(completed).toHaveText("03 Feb 2026");
    await expect(completed).toBeFocused();

    await tick.focus();
    await page.keyboard.press("Space");
    await expect(tick).not.toBeChecked();
    await expect(completed).toBeHidden();
    await page.keyboard.press("Control+z");
    await expect(completed).toHaveText("03 Feb 2026");
  });

  test("keep their first due date when they are moved in the list", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/milestones?q=pilot");
    const due = row(page, "Pilot").getByRole("button", { name: /^Due/ });
    await due.click();
    await page.getByRole("textbox", { name: "Due" }).fill(dayFrom(27));
    await page.getByRole("button", { name: "Set" }).click();
    await expect(due).toHaveText(written(dayFrom(27)));
    await expect(row(page, "Pilot")).toContainText("7 d later");
  });

  test("are walked through month by month by the keys of a calendar", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/milestones?view=calendar&month=2031-04");
    const calendar = (name: string) => page.getByRole("grid", { name, exact: true });
    await expect(calendar("April 2031")).toBeVisible();
    await calendar("April 2031")
      .getByRole("gridcell", { name: /^01 Apr 2031/ })
      .focus();
    await page.keyboard.press("PageDown");
    await expect(page).toHaveURL(/month=2031-05/);
    await expect(page.getByRole("gridcell", { name: /^01 May 2031/ })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const busy = page.getByRole("gridcell", { name: "15 May 2031, 5 milestones" });
    await expect(busy).toBeFocused();
    await expect(busy.getByRole("button", { name: "+3 more" })).toBeVisible();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "15 May 2031" });
    await expect(dialog.getByRole("listitem")).toHaveCount(5);
    await page.keyboard.press("Escape");
    await expect(busy).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("gridcell", { name: /^24 Apr 2031/ })).toBeFocused();
    await expect(calendar("April 2031")).toBeVisible();
  });

  test("begin a week where the region begins it, and mark today", async ({ browser }) => {
    for (const [locale, first] of [
      ["en-US", "Sun"],
      ["en-GB", "Mon"],
    ] as const) {
      const context = await browser.newContext({ locale });
      const page = await context.newPage();
      await page.goto(desk.url + "#/milestones?view=calendar");
      await expect(page.getByRole("columnheader").first()).toHaveText(first);
      await expect(page.locator("[aria-current=date]")).toHaveAccessibleName(
        new RegExp(`^${written(today)}`),
      );
      await context.close();
    }
  });

  test("are added to a day of the calendar for a program that is picked", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/milestones?view=calendar&month=2031-05");
    await page.getByRole("gridcell", { name: "20 May 2031, 0 milestones" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Add milestone" });
    await dialog.getByRole("combobox", { name: "Program" }).fill("ter");
    await page.getByRole("option", { name: "Tern" }).click();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Handover");
    await expect(dialog.getByRole("textbox", { name: "Due" })).toHaveValue("20 May 2031");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("gridcell", { name: "20 May 2031, 1 milestone" })).toContainText("Handover");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("list and calendar have nothing that axe finds", async ({ openWindow, ownDesk, writePortfolio }) => {
      const desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
      const page = await openWindow(desk, "#/milestones");
      await expect(row(page, "Permit")).toBeVisible();
      await expectAccessible(page);
      await page.goto(desk.url + "#/milestones?view=calendar&month=2031-05");
      await expect(page.getByRole("button", { name: "+3 more" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}
