import type { Locator } from "@playwright/test";
import type { Desk } from "./desk";
import { ask, expect, expectAccessible, test } from "./test";

const portfolio = [
  {
    id: "avocet",
    name: "Avocet",
    status: "On Track",
    owner: "Ada Brandt",
    launch_date: "2027-03-31",
    progress: 40,
    risks: [
      { id: "parts", title: "Late parts", severity: "Low", status: "Open" },
      { id: "supplier", title: "No second supplier", severity: "High", status: "Open" },
    ],
  },
  { id: "bittern", name: "Bittern", status: "On Track", owner: "Ben Okafor" },
];

const row = (proposal: Locator, number: number) => proposal.getByRole("listitem").nth(number - 1);
const value = (proposal: Locator, number: number) =>
  proposal.getByRole("button", { name: `New value in row ${number}` });

test.describe("a value of a proposal", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
  });

  test("is edited in place by keyboard; what was proposed stays to be seen", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/avocet");
    await ask(page, "Set the launch date of Avocet to 2027-06-30 and its progress to 50");
    const proposal = page.getByRole("region", { name: "Change 2 fields" });
    await value(proposal, 1).press("Enter");
    const field = proposal.getByRole("textbox", { name: "New value in row 1" });
    await field.fill("31 Feb 2027");
    await field.press("Enter");
    await expect(proposal.getByRole("alert")).toBeVisible();
    await expectAccessible(page);
    await field.fill("2027-09-15");
    await field.press("Enter");
    await expect(value(proposal, 1)).toHaveText("15 Sep 2027");
    await expect(value(proposal, 1)).toBeFocused();
    await expect(row(proposal, 1)).toContainText("proposed was30 Jun 2027");
    await expectAccessible(page);
    await page.reload(); // nothing that was set is lost
    await expect(value(proposal, 1)).toHaveText("15 Sep 2027");

    await proposal.getByRole("button", { name: "Change 2 fields" }).click();
    await expect(proposal.getByText("Applied", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Launch: 15 Sep 2027" })).toBeVisible();
    await page.reload();
    await expect(row(proposal, 1)).toContainText("15 Sep 2027");
    await expect(row(proposal, 1)).toContainText("proposed was30 Jun 2027");
    await expect(row(proposal, 2)).not.toContainText("proposed was");
    await proposal.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("button", { name: "Launch: 31 Mar 2027" })).toBeVisible();
  });

  test("goes back to what was proposed, and has what the field offers elsewhere", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/avocet");
    await ask(page, "Mark Avocet as Off Track and set its owner to Ben Okafor");
    const proposal = page.getByRole("region", { name: "Change 2 fields" });
    await proposal.getByRole("combobox", { name: "New value in row 1" }).press("Enter");
    await page.getByRole("option", { name: "At Risk" }).click();
    await expect(row(proposal, 1)).toContainText("proposed wasOff Track");
    await row(proposal, 1).getByRole("button", { name: "Back to what was proposed" }).click();
    await expect(row(proposal, 1)).not.toContainText("proposed was");

    await value(proposal, 2).click();
    await page.getByRole("option", { name: "Ada Brandt" }).click();
    await expect(row(proposal, 2)).toContainText("proposed wasBen Okafor");
    await proposal.getByRole("button", { name: "Change 2 fields" }).click();
    await expect(proposal.getByText("Applied", { exact: true })).toBeVisible();
    await expect(row(proposal, 2)).toContainText("Not applied: The record holds that already.");
    await expect(page.getByRole("combobox", { name: "Status", exact: true })).toHaveText("Off Track");
  });

  test("is edited in a record that would be new and in an update that would be posted", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/program/bittern");
    const risk = (await ask(page, 'Add a High risk "No yard" to Bittern')).getByRole("region");
    await risk.getByRole("combobox", { name: "Severity in row 1" }).click();
    await page.getByRole("option", { name: "Medium" }).click();
    await risk.getByRole("button", { name: "Title in row 1: No yard" }).click();
    await risk.getByRole("textbox", { name: "Title in row 1" }).fill("No ship yard");
    await page.keyboard.press("Enter");
    await risk.getByRole("button", { name: "Add a risk to Bittern" }).click();
    await expect(risk.getByText("Applied", { exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: "Risks" })).toContainText("No ship yard");

    const update = (await ask(page, "Post an update on Bittern: The yard is late.")).getByRole("region");
    await value(update, 1).click();
    await update.getByRole("textbox").fill("The yard is two weeks late.");
    await page.keyboard.press("Control+Enter");
    await update.getByRole("button", { name: "Post an update on Bittern" }).click();
    await expect(update.getByText("Applied", { exact: true })).toBeVisible();
    await expect(page.getByText("The yard is two weeks late.").first()).toBeVisible();
  });

  test("stays edited while another conversation is open, and is fixed in a row that is not ticked", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/program/avocet");
    await ask(page, "Set the progress of Avocet to 50");
    const proposal = page.getByRole("region", { name: "Change the progress of Avocet" });
    await value(proposal, 1).click();
    await proposal.getByRole("textbox", { name: "New value in row 1" }).fill("60");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "New conversation" }).click();
    await expect(proposal).toBeHidden();
    await page.getByRole("button", { name: /1 proposal/ }).click();
    await expect(value(proposal, 1)).toHaveText("60 %");
    await proposal.getByRole("checkbox").press("Space");
    await expect(value(proposal, 1)).toBeHidden();
    await expect(row(proposal, 1)).toContainText("60 %");
  });
});

test("a row says why, and so does the activity once it is applied", async ({
  openWindow,
  ownDesk,
  writePortfolio,
}) => {
  const desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
  const page = await openWindow(desk, "#/program/avocet");
  const slip = (
    await ask(page, "Push the launch of Avocet by two weeks because the vendor slipped")
  ).getByRole("region");
  await expect(row(slip, 1)).toContainText("Why: the vendor slipped");
  const risks = (await ask(page, "Close all low risks of Avocet")).getByRole("region");
  await expect(row(risks, 1)).toContainText("Why: Low risk of Avocet");
  await slip.getByRole("button", { name: "Change the launch date of Avocet" }).click();
  await expect(slip.getByText("Applied", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(page.getByText("Change the launch date of Avocet: the vendor slipped")).toBeVisible();
});
