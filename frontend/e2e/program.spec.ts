import type { Desk } from "./desk";
import { expect, test } from "./test";

test.describe("a program's page", () => {
  let desk: Desk;
  test.beforeAll(async ({ startDesk, sampleFile }) => {
    desk = await startDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
  });

  test("edits fields where they stand, and undo takes them back", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/program-001");
    await page.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "Off Track" }).click();
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("Off Track");

    await page.getByRole("button", { name: /^Launch/ }).click();
    await page.getByRole("textbox", { name: "Launch" }).fill("31 Feb 2027");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("not a date");
    await page.getByRole("textbox", { name: "Launch" }).fill("1 Mar 2027");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Launch: 01 Mar 2027" })).toBeVisible();

    await page.keyboard.press("Control+z");
    await expect(page.getByRole("button", { name: "Launch: 01 Mar 2027" })).toBeHidden();
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("At Risk");
  });

  test("posts a status update that sets the status", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/program-002");
    await page.getByRole("button", { name: "Write update" }).click();
    await page
      .getByRole("textbox", { name: "What happened, and what comes next" })
      .fill("The pilot site withdrew.");
    const form = page.locator("form").filter({ hasText: "What happened" });
    await form.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "On Track" }).click();
    await page.getByRole("button", { name: "Post update" }).click();
    await expect(form).toBeHidden(); // its own status would be a second one of the name
    await expect(page.getByRole("region", { name: "Status updates" })).toContainText(
      "The pilot site withdrew.",
    );
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("On Track");
  });

  test("adds a risk and a milestone", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/program-003");
    await page.getByRole("button", { name: "Add risk" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Title" }).fill("No second supplier");
    await dialog.getByRole("combobox", { name: "Severity" }).click();
    await page.getByRole("option", { name: "High" }).click();
    await dialog.getByRole("button", { name: "Add risk" }).click();
    await expect(page.getByRole("region", { name: "Risks" })).toContainText("No second supplier");

    await page.getByRole("button", { name: "Add milestone" }).click();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Pilot live");
    await dialog.getByRole("textbox", { name: "Due" }).fill("2027-05-01");
    await dialog.getByRole("button", { name: "Add milestone" }).click();
    await expect(page.getByRole("region", { name: "Milestones" })).toContainText("01 May 2027");
  });

  test("a risk opens its program and is marked there", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/risks");
    await page.getByRole("link", { name: "Supplier of 011 withdraws" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Depot 011" })).toBeVisible();
    await expect(page.locator("[data-record='risk-011']")).toBeFocused();
  });

  test("an address of a milestone leads to its program", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/milestone/milestone-012?program=program-012");
    await expect(page.getByRole("heading", { level: 1, name: /012/ })).toBeVisible();
    await expect(page.locator("[data-record='milestone-012']")).toBeFocused();
  });

  test("a program that is not there says so", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/nobody");
    await expect(page.getByRole("alert")).toContainText("nobody");
  });

  test("a deleted program comes back by undo", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/program-004");
    await page.getByRole("button", { name: "Delete program" }).click();
    await expect(page.getByRole("status", { name: "Totals" })).toContainText("119 programs");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("status", { name: "Totals" })).toContainText("120 programs");
  });

  test("activity lists what was written, with before and after", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/program-005");
    await page.getByRole("button", { name: /^Team/ }).click();
    await page.getByRole("textbox", { name: "Team" }).fill("Lighthouse");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Team: Lighthouse" })).toBeVisible();
    await page.getByRole("link", { name: "Activity", exact: true }).click();
    const newest = page.getByRole("list", { name: "Activity" }).getByRole("listitem").first();
    await newest.getByRole("button").click();
    await expect(newest.getByRole("row").nth(1)).toContainText("Lighthouse");
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await expect(page.getByText("Undone").first()).toBeVisible();
  });
});
