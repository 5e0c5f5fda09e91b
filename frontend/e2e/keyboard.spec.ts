import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./test";

const milestone = (name: string, due_date: string) => ({
  id: name,
  program_id: "tern",
  name,
  due_date,
  status: "Planned",
});

const portfolio = [
  {
    id: "tern",
    name: "Tern",
    status: "On Track",
    pipeline_stage: "Planning",
    start_date: "2026-01-05",
    launch_date: "2031-03-31",
    strategic_objectives: ["Speed"],
    risks: [{ id: "permit", program_id: "tern", title: "Permit late", severity: "High", status: "Open" }],
    milestones: [milestone("Kick-off", "2026-01-10"), milestone("Nets up", "2026-01-11")],
  },
  { id: "wren", name: "Wren", status: "At Risk", pipeline_stage: "Planning" },
];

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });

test.describe("the keyboard", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
  });

  for (const { keys, name, list } of [
    { keys: "gp", name: "Programs", list: (page: Page) => row(page, "Tern") },
    { keys: "gb", name: "Programs", list: (page: Page) => page.getByRole("group", { name: "Tern" }) },
    { keys: "gt", name: "Programs", list: (page: Page) => row(page, "Tern") },
    { keys: "gr", name: "Risks", list: (page: Page) => row(page, "Permit late") },
    { keys: "gm", name: "Milestones", list: (page: Page) => row(page, "Kick-off") },
    { keys: "gj", name: "Objectives", list: (page: Page) => row(page, "Speed") },
  ]) {
    test(`is at the heading of the page that ${keys} leads to, and goes down into its list`, async ({
      openWindow,
    }) => {
      const page = await openWindow(desk, "#/activity");
      await page.keyboard.type(keys);
      await expect(heading(page, name)).toBeFocused();
      await expect(list(page)).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await expect(list(page)).toBeFocused();
      // J alone would go down; after G it leads away, and to the heading also of the page that is open.
      await page.keyboard.type("gj");
      await expect(heading(page, "Objectives")).toBeFocused();
    });
  }

  test("is not taken to the heading as the window opens", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/risks");
    await expect(row(page, "Permit late")).toBeVisible();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test("comes back from a dialog to where it was, and from the hidden assistant to the page", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/risks");
    await row(page, "Permit late").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(row(page, "Permit late")).toBeFocused();

    await page.getByRole("button", { name: "Hide the assistant" }).focus();
    await page.keyboard.press("Enter");
    await expect(heading(page, "Risks")).toBeFocused();
  });

  test("goes on in the list when its row leaves it", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/milestones?show=overdue");
    await row(page, "Kick-off").focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("checkbox", { name: "Kick-off is done" })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(row(page, "Kick-off")).toHaveCount(0);
    await expect(row(page, "Nets up")).toBeFocused();
  });
});
