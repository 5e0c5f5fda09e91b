import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./test";

const today = new Date();
const dayFrom = (days: number) =>
  new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + days))
    .toISOString()
    .slice(0, 10);

/** Programs whose assessment is the same on whichever day the tests run. */
const portfolio = [
  {
    id: "late",
    name: "Lantern",
    status: "On Track",
    launch_date: "2020-02-15",
    last_update: dayFrom(0),
    milestones: [
      { id: "late-m", program_id: "late", name: "Pilot live", due_date: dayFrom(-4), status: "Planned" },
    ],
  },
  {
    id: "risky",
    name: "Meridian",
    status: "On Track",
    launch_date: dayFrom(200),
    last_update: dayFrom(0),
    risks: [
      {
        id: "risky-r",
        program_id: "risky",
        title: "No second supplier",
        severity: "High",
        status: "Open",
        mitigation: "",
      },
    ],
  },
  { id: "calm", name: "Nimbus", status: "Off Track", launch_date: dayFrom(200), last_update: dayFrom(0) },
  { id: "bare", name: "Osprey" },
];

const row = (page: Page, name: string) =>
  page.getByRole("grid", { name: "Programs" }).getByRole("row").filter({ hasText: name });

test.describe("the assessed health", () => {
  let desk: Desk;
  test.beforeAll(async ({ startDesk, writePortfolio }) => {
    desk = await startDesk({ portfolio: { file: writePortfolio(portfolio), asOf: dayFrom(0) } });
  });
  test.afterAll(() => desk.stop());

  test("stands beside the declared status, with its reasons on the keyboard", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await expect(row(page, "Lantern")).toContainText("On TrackOff Track");
    await expect(row(page, "Meridian")).toContainText("On TrackAt Risk");
    await expect(row(page, "Nimbus")).toContainText("Off TrackOn Track");
    await expect(row(page, "Osprey")).toContainText("Not reportedNot reported");

    await row(page, "Meridian").focus();
    await page.keyboard.press("ArrowRight");
    await expect(row(page, "Meridian").getByRole("link", { name: "Meridian" })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const why = page.getByRole("button", { name: "Meridian is assessed At Risk: show why" });
    await expect(why).toBeFocused();
    await page.keyboard.press("Enter");
    const reasons = page.getByRole("dialog", { name: "Assessed At Risk, because" });
    await expect(reasons).toContainText("No second supplier is an open High risk without mitigation.");
    await page.keyboard.press("Escape");
    await expect(reasons).toBeHidden();
    await expect(why).toBeFocused();
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowLeft");
    await expect(row(page, "Meridian")).toBeFocused();
  });

  test("sorts and filters the list, in the address", async ({ openWindow }) => {
    const page = await openWindow(desk);
    const header = page.getByRole("columnheader", { name: "Assessed" });
    await header.getByRole("button").click();
    await expect(header).toHaveAttribute("aria-sort", "ascending");
    await expect(page).toHaveURL(/sort=assessed/);

    await page.getByRole("button", { name: "More filters" }).click();
    await page.getByRole("button", { name: "Filter by Assessed" }).click();
    await page.getByRole("checkbox", { name: /Off Track/ }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("status", { name: "Totals" })).toHaveText("1 program1 on track");
    await expect(page).toHaveURL(/assessed=Off(\+|%20)Track/);
    await page.reload();
    await expect(page.getByRole("status", { name: "Totals" })).toHaveText("1 program1 on track");
    await expect(row(page, "Lantern")).toBeVisible();
  });

  test("is explained on the page of the program, with links to what it names", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/late");
    const health = page.getByRole("region", { name: "Health" });
    await expect(health).toContainText("DeclaredOn Track");
    await expect(health).toContainText("AssessedOff Track");
    await expect(health).toContainText("The launch was planned for 15 Feb 2020");
    await expect(health).toContainText("and is 4 days late.");
    await health.getByRole("link", { name: "Pilot live" }).click();
    await expect(page.locator("[data-record='late-m']")).toBeFocused();
  });

  test("says so where nothing is known", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/bare");
    await expect(page.getByRole("region", { name: "Health" })).toContainText(
      "Nothing is reported that could be assessed.",
    );
  });

  test("follows an edit at once", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/calm");
    const health = page.getByRole("region", { name: "Health" });
    await expect(health).toContainText("AssessedOn Track");
    await page.getByRole("button", { name: /^Launch/ }).click();
    await page.getByRole("textbox", { name: "Launch" }).fill("1 Mar 2020");
    await page.keyboard.press("Enter");
    await expect(health).toContainText("AssessedOff Track");
  });
});
