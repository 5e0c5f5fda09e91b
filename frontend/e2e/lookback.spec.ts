import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { ask, expect, test } from "./test";

const then = [
  { id: "kestrel", name: "Kestrel", status: "On Track", owner: "Ada Brandt", launch_date: "2022-06-01" },
  { id: "lark", name: "Lark", status: "At Risk", owner: "Ben Okafor", launch_date: "2022-09-01" },
];
const later = [
  { ...then[0], status: "Off Track", owner: "Chiara Conti" },
  { ...then[1], status: "On Track" },
  { id: "merlin", name: "Merlin", status: "On Track", owner: "Dan Novak", launch_date: "2023-01-01" },
];

const banner = (page: Page) => page.getByRole("region", { name: "Look back" });
const totals = (page: Page) => page.getByRole("status", { name: "Totals" });

/** Looks back by the date field of the activity page. */
async function lookBack(page: Page, day: string): Promise<void> {
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await page.getByRole("button", { name: "As of…" }).click();
  const dialog = page.getByRole("dialog", { name: "Look back" });
  await dialog.getByRole("textbox", { name: "As of" }).fill(day);
  await dialog.getByRole("button", { name: "Look back" }).click();
  await expect(dialog).toBeHidden();
}

async function backToToday(page: Page): Promise<void> {
  await banner(page).getByRole("button", { name: "Back to today" }).click();
  await expect(banner(page)).toBeHidden();
}

test.describe("looking back", () => {
  let desk: Desk;
  test.beforeAll(async ({ startDesk, writePortfolio }) => {
    desk = await startDesk({
      portfolio: [
        { file: writePortfolio(then), asOf: "2021-03-31" },
        { file: writePortfolio(later), asOf: "2022-03-31" },
      ],
    });
  });
  test.afterAll(() => desk.stop());

  test("shows the whole portfolio of a day, marked and read-only, until today is asked for", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk);
    await expect(totals(page)).toHaveText("3 programs2 on track1 off track");
    await lookBack(page, "31 Mar 2021");
    await expect(banner(page)).toContainText("Portfolio as of 31 Mar 2021, read-only");
    await expect(page.getByRole("button", { name: "Undo" })).toBeHidden();

    await page.getByRole("link", { name: "Programs", exact: true }).click();
    await expect(totals(page)).toHaveText("2 programs1 on track1 at risk");
    await expect(page.getByRole("button", { name: "New program" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Import" })).toBeHidden();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect(page.getByText("Go back to today to change it.")).toBeVisible();
    await expect(banner(page)).toBeVisible();

    await page.getByRole("link", { name: "Kestrel" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Kestrel" })).toBeVisible();
    const main = page.getByRole("main");
    await expect(main).toContainText("Ada Brandt");
    for (const role of ["combobox", "textbox"] as const) await expect(main.getByRole(role)).toHaveCount(0);
    for (const name of ["Add risk", "Delete program", "Write update", "Owner"]) {
      await expect(main.getByRole("button", { name })).toHaveCount(0);
    }
    await expect(page.getByRole("complementary", { name: "Assistant" })).toContainText("as of 31 Mar 2021");

    await page.reload();
    await expect(banner(page)).toContainText("31 Mar 2021");
    await expect(main).toContainText("Ada Brandt");
    await backToToday(page);
    await expect(main).toContainText("Chiara Conti");
    await expect(main.getByRole("combobox", { name: "Status" })).toHaveText("Off Track");
  });

  test("begins from an entry of the activity too, and answers from that day", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/activity");
    const oldest = page.getByRole("list", { name: "Activity" }).getByRole("listitem").last();
    await oldest.getByRole("button", { expanded: false }).click();
    await oldest.getByRole("button", { name: "Look back to this day" }).click();
    await expect(banner(page)).toContainText("31 Mar 2021");
    const answer = await ask(page, "How many programs are there?");
    await expect(answer).toContainText("2");
    await expect(answer).not.toContainText("3 programs");
    await backToToday(page);
  });

  test("moves to another day, and refuses one that is not past with a sentence", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await lookBack(page, "2021-12-31");
    await expect(banner(page)).toContainText("31 Dec 2021");
    await banner(page).getByRole("button", { name: "Another day…" }).click();
    const dialog = page.getByRole("dialog", { name: "Look back" });
    const field = dialog.getByRole("textbox", { name: "As of" });
    await expect(field).toHaveValue("31 Dec 2021");
    await field.fill("1 Jan 2999");
    await dialog.getByRole("button", { name: "Look back" }).click();
    await expect(dialog.getByRole("alert")).toContainText("is not past");
    await field.fill("1 Jan 2020");
    await dialog.getByRole("button", { name: "Look back" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: "Programs", exact: true }).click();
    await expect(page.getByText("No programs on that day")).toBeVisible();
    await backToToday(page);
    await expect(totals(page)).toContainText("3 programs");
  });
});
