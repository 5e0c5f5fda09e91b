import type { Desk } from "./desk";
import { expect, test } from "./test";

test.describe("a program's page", () => {
  let desk: Desk;
  test.beforeAll(async ({ startDesk, sampleFile }) => {
    desk = await startDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
  });
  test.afterAll(() => desk.stop());

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
    const risk = page.getByRole("dialog", { name: "Add risk" });
    await risk.getByRole("textbox", { name: "Title" }).fill("No second supplier");
    await risk.getByRole("combobox", { name: "Severity" }).click();
    await page.getByRole("option", { name: "High" }).click();
    await expect(risk.getByRole("combobox", { name: "Severity" })).toHaveText("High");
    await risk.getByRole("button", { name: "Add risk" }).click();
    await expect(risk).toBeHidden();
    await expect(page.getByRole("region", { name: "Risks" })).toContainText("No second supplier");

    await page.getByRole("button", { name: "Add milestone" }).click();
    const milestone = page.getByRole("dialog", { name: "Add milestone" });
    await milestone.getByRole("textbox", { name: "Name" }).fill("Pilot live");
    await milestone.getByRole("textbox", { name: "Due" }).fill("2027-05-01");
    await milestone.getByRole("button", { name: "Add milestone" }).click();
    await expect(milestone).toBeHidden();
    await expect(page.getByRole("region", { name: "Milestones" })).toContainText("01 May 2027");
  });

  test("corrects and deletes a posted update, and the program stays as it is", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/program-006");
    const feed = page.getByRole("region", { name: "Status updates" });
    await page.getByRole("button", { name: "Write update" }).click();
    await page.getByRole("textbox", { name: "What happened, and what comes next" }).fill("Sites are redy.");
    const form = page.locator("form").filter({ hasText: "What happened" });
    await form.getByRole("button", { name: "Post update" }).click();
    await expect(form).toBeHidden();
    const status = await page.getByRole("combobox", { name: "Status" }).innerText();

    await feed.getByRole("button", { name: /^Correct the update of/ }).click();
    const dialog = page.getByRole("dialog", { name: "Correct status update" });
    await dialog
      .getByRole("textbox", { name: "What happened, and what comes next" })
      .fill("Sites are ready.");
    await dialog.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "Completed" }).click();
    await expect(dialog.getByRole("combobox", { name: "Status" })).toHaveText("Completed");
    await dialog.getByRole("button", { name: "Save update" }).click();
    await expect(dialog).toBeHidden();
    await expect(feed).toContainText("Sites are ready.");
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText(status);

    await feed.getByRole("button", { name: /^Correct the update of/ }).click();
    await dialog.getByRole("button", { name: "Delete update" }).click();
    await expect(dialog).toBeHidden();
    await expect(feed).toContainText("Nothing was reported yet.");
  });

  test("joins programs, marks an order that does not hold, and refuses a circle", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/program-008");
    const section = page.getByRole("region", { name: "Dependencies" });
    const dialog = page.getByRole("dialog", { name: "Add dependency" });
    const add = async (side: string, name: string) => {
      await section.getByRole("button", { name: "Add dependency" }).click();
      await dialog.getByRole("radio", { name: side }).click();
      await dialog.getByRole("combobox", { name: "Other program" }).fill(name);
      await page.getByRole("option", { name }).click();
      await dialog.getByRole("button", { name: "Add dependency" }).click();
    };
    await expect(section).toContainText("Waits for no other program");
    // 008 launches on 15 Sep 2028, 022 on 15 Nov 2027, 011 on 15 Dec 2028.
    await add("Waits for", "Compass 022");
    await expect(dialog).toBeHidden();
    await expect(section.getByRole("list", { name: "Waits for" })).toContainText("launches 15 Nov 2027");
    await add("Waits for", "Depot 011");
    await expect(dialog).toBeHidden();
    await expect(section.getByRole("list", { name: "Waits for" })).toContainText(
      "launches 15 Dec 2028, 91 days after this program",
    );
    await add("Holds up", "Compass 022");
    await expect(dialog.getByRole("alert")).toContainText("close a cycle");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();

    await section.getByRole("button", { name: "Edit Depot 011" }).click();
    const edit = page.getByRole("dialog", { name: "Edit dependency" });
    await edit.getByRole("textbox", { name: "Note" }).fill("Hands over the gate");
    await edit.getByRole("button", { name: "Save dependency" }).click();
    await expect(edit).toBeHidden();
    await expect(section).toContainText("Hands over the gate");
    await section.getByRole("button", { name: "Edit Depot 011" }).click();
    await edit.getByRole("button", { name: "Delete dependency" }).click();
    await expect(edit).toBeHidden();
    await expect(section).not.toContainText("Depot 011");

    await section.getByRole("link", { name: /022/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: /022/ })).toBeVisible();
    await expect(section.getByRole("list", { name: "Holds up" })).toContainText("008");
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
    await page.getByRole("combobox", { name: "Team" }).fill("Lighthouse");
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
