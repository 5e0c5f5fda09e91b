import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { dayFrom, herons, saved } from "./heron";
import { expect, expectAccessible, test } from "./test";

const main = (page: Page) => page.getByRole("main");

test.describe("a program's page", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(herons), asOf: dayFrom(-10) } });
  });

  test("edits every field with the keyboard alone", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    const type = async (button: string, role: "textbox" | "combobox", field: string, text: string) => {
      await page.getByRole("button", { name: button, exact: true }).focus();
      await page.keyboard.press("F2");
      await expect(page.getByRole(role, { name: field, exact: true })).toBeFocused();
      await page.keyboard.press("Control+a");
      await page.keyboard.type(text);
      await page.keyboard.press(field === "Description" ? "Control+Enter" : "Enter");
      await expect(saved(page)).toHaveText("Saved");
    };
    const pick = async (field: string, option: string) => {
      await page.getByRole("combobox", { name: field, exact: true }).focus();
      await page.keyboard.press("F2");
      await expect(page.getByRole("option").first()).toBeVisible();
      await page.keyboard.type(option);
      await expect(page.getByRole("option", { name: option })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("combobox", { name: field, exact: true })).toHaveText(option);
    };
    await type("Heron", "textbox", "Name", "Grey heron");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Grey heron");
    await pick("Status", "Off Track");
    await pick("Stage", "Launching");
    await type("Owner: Ada Brandt", "combobox", "Owner", "Chiara Conti");
    await type("Progress: 40", "textbox", "Progress", "55 %");
    await type("Team: Harbour", "combobox", "Team", "Summit");
    await type("Product line: Wildlife", "combobox", "Product line", "Birds");
    await type("Start: 01 Apr 2025", "textbox", "Start", "2025-05-02");
    await type("Description: Counts birds.", "textbox", "Description", "Counts herons.");
    await page.getByRole("button", { name: /^Launch:/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Launch" }).fill("2031-03-04");
    await page.keyboard.press("Enter");

    await page.reload();
    for (const name of [
      "Owner: Chiara Conti",
      "Progress: 55",
      "Team: Summit",
      "Product line: Birds",
      "Start: 02 May 2025",
      "Launch: 04 Mar 2031",
      "Description: Counts herons.",
    ]) {
      await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
    }
    await expect(page.getByRole("combobox", { name: "Stage" })).toHaveText("Launching");
  });

  test("suggests the owners that occur, and leaves by Escape and Tab", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    await page.getByRole("button", { name: "Owner: Ada Brandt" }).press("Enter");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("oka");
    await expect(page.getByRole("option", { name: "Ben Okafor" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Owner: Ben Okafor" })).toBeFocused();

    await page.keyboard.press("F2");
    await page.keyboard.type("nobody");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Owner: Ben Okafor" })).toBeFocused();

    await page.getByRole("button", { name: "Start: 01 Apr 2025" }).press("F2");
    await page.getByRole("textbox", { name: "Start" }).fill("2025-06-07");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Start: 07 Jun 2025" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Start: 07 Jun 2025" })).not.toBeFocused();
  });

  test("says why an edit was refused and shows the old value again", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    await page.getByRole("button", { name: "Heron", exact: true }).press("F2");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill(" ");
    await page.keyboard.press("Enter");
    await expect(saved(page)).toHaveText("Name was not saved: A program needs a name.");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Heron");
  });

  test("adds an existing and a new objective, and removes one", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    const objectives = page.getByRole("region", { name: "Objectives" });
    const add = async (typed: string, keys: string[]) => {
      await objectives.getByRole("button", { name: "Add objective" }).press("Enter");
      await expect(objectives.getByRole("combobox", { name: "Name of the objective" })).toBeFocused();
      await page.keyboard.type(typed);
      for (const key of keys) await page.keyboard.press(key);
    };
    await add("New birds", ["Enter"]);
    await expect(objectives.getByRole("listitem")).toHaveText(["New birds", "Serve faster"]);
    await expect(saved(page)).toHaveText("Saved");
    await add("cut", []);
    await page.getByRole("option", { name: "Cut waste" }).click();
    await expect(objectives.getByRole("listitem")).toHaveText(["Cut waste", "New birds", "Serve faster"]);
    await objectives.getByRole("button", { name: "Remove objective Serve faster" }).press("Enter");
    await expect(objectives.getByRole("listitem")).toHaveText(["Cut waste", "New birds"]);
    await expect(saved(page)).toHaveText("Saved");
    await page.reload();
    await expect(objectives.getByRole("listitem")).toHaveText(["Cut waste", "New birds"]);
  });

  test("ticks a milestone with the day of today, which is then edited, and adds one", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/program/heron");
    const list = page.getByRole("region", { name: "Milestones" });
    await expect(list.getByRole("listitem").first()).toContainText("Nets up");
    await list.getByRole("checkbox", { name: "Nets up is done" }).press("Space");
    await expect(list.getByRole("listitem").first()).toContainText("Done");
    await list.getByRole("button", { name: /^Completed, Nets up/ }).press("F2");
    await list.getByRole("textbox", { name: "Completed, Nets up" }).fill("2026-01-05");
    await page.keyboard.press("Enter");
    await expect(list.getByRole("button", { name: "Completed, Nets up: 05 Jan 2026" })).toBeVisible();

    await list.getByRole("button", { name: /^Due, Season over/ }).press("Enter");
    await list.getByRole("textbox", { name: "Due, Season over" }).fill(dayFrom(72));
    await page.keyboard.press("Enter");
    await expect(list).toContainText("12 d later than first due");

    await list.getByRole("textbox", { name: "New milestone" }).fill("Report out");
    await list.getByRole("textbox", { name: "Due date of the new milestone" }).fill("2031-01-02");
    await page.keyboard.press("Enter");
    await expect(list.getByRole("listitem").last()).toContainText("Report out");
    await expect(list.getByRole("textbox", { name: "New milestone" })).toBeFocused();
  });

  test("edits risks where they stand, warns of one without mitigation, and adds one", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/program/heron");
    const list = page.getByRole("region", { name: "Risks" });
    await expect(list.getByRole("listitem").first()).toContainText("No ferryNo mitigation");
    await list.getByRole("textbox", { name: "New risk" }).fill("Ice");
    await page.keyboard.press("Enter");
    await expect(list.getByRole("listitem")).toHaveCount(3);
    await list.getByRole("combobox", { name: "Likelihood of Ice" }).click();
    await page.getByRole("option", { name: "High" }).click();
    await expect(list.getByRole("combobox", { name: "Likelihood of Ice" })).toHaveText("High");
    await list.getByRole("button", { name: "Edit Ice" }).focus();
    await page.keyboard.press("Control+z");
    await expect(list.getByRole("combobox", { name: "Likelihood of Ice" })).toHaveText("Not reported");
  });

  test("leads from a reason to the field that it is about", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    const health = page.getByRole("region", { name: "Health" });
    await health.getByRole("link", { name: /points behind/ }).click();
    await expect(page.locator("[data-record='field-progress']")).toBeFocused();
    await health.getByRole("link", { name: "No ferry" }).click();
    await expect(page.locator("[data-record='heron-r']")).toBeFocused();
  });

  test("says the status over time in words", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    await page.getByRole("combobox", { name: "Status", exact: true }).click();
    await page.getByRole("option", { name: "At Risk" }).click();
    const trend = page.getByRole("list", { name: "Status over time" });
    await expect(trend.getByRole("img", { name: /^On Track from/ })).toBeVisible();
    await trend.getByRole("img", { name: /^At Risk from/ }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(trend.getByRole("img", { name: /^On Track from/ })).toBeFocused();
    await expect(page.getByRole("region", { name: "Health" })).toContainText(/On Track from \d\d/);
  });

  test("lists what was written about it, and looks back to a day", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    await page.getByRole("combobox", { name: "Stage" }).click();
    await page.getByRole("option", { name: "Launching" }).click();
    const activity = page.getByRole("list", { name: "Activity" });
    await expect(activity.getByRole("listitem").first()).toContainText("Stage: Planning → Launching");
    await activity.getByRole("button", { name: /^Look back to/ }).click();
    await expect(page.getByRole("region", { name: "Look back" })).toBeVisible();
    await expect(page.getByRole("list", { name: "Activity" }).getByText("Planning")).toBeHidden();
    await expect(main(page).getByText("Planning")).toBeVisible();
    await expect(main(page).getByRole("button", { name: "Add milestone" })).toBeHidden();
  });

  test("puts a question about it to the assistant", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/heron");
    await page.getByRole("button", { name: "Hide the assistant" }).click();
    await page.getByRole("button", { name: "Ask about this program" }).press("Enter");
    await page.getByRole("menuitem", { name: "What are the risks of Heron?" }).click();
    const answer = page.getByRole("complementary", { name: "Assistant" }).getByRole("article").last();
    await expect(answer).toContainText("No ferry");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`has nothing that axe finds while it is edited, in ${colorScheme}`, async ({ openWindow }) => {
      const page = await openWindow(desk, "#/program/heron");
      await page.emulateMedia({ colorScheme });
      await page.getByRole("button", { name: "Write update" }).click();
      await expect(page.getByRole("region", { name: "Facts since the last update" })).toBeVisible();
      await page.getByRole("button", { name: "Team: Harbour" }).click();
      await expect(page.getByRole("combobox", { name: "Team" })).toBeFocused();
      await expect(page.getByRole("option", { name: "Harbour" })).toBeVisible();
      await expectAccessible(page);
    });
  }
});
