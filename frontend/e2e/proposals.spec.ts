import type { Locator, Page } from "@playwright/test";
import type { Desk } from "./desk";
import { ask, expect, test } from "./test";

const portfolio = [
  {
    id: "avocet",
    name: "Avocet",
    status: "On Track",
    owner: "Ada Brandt",
    launch_date: "2027-03-31",
    progress: 40,
  },
  { id: "bittern", name: "Bittern", status: "On Track", owner: "Ben Okafor" },
];

const card = (page: Page, title: string) => page.getByRole("region", { name: title });
const twoFields = "Set the launch date of Avocet to 2027-06-30 and its status to At Risk";

/** The button that applies, whatever it is called now: it stands before the one that discards. */
const applyButton = (proposal: Locator) => proposal.getByRole("button").nth(-2);

test.describe("a proposal", () => {
  let desk: Desk;
  let writeFile: (programs: object[]) => string;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    writeFile = writePortfolio;
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
  });

  test("waits through a reload, is applied as one step, and is undone as one", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/avocet");
    await ask(page, twoFields);
    const proposal = card(page, "Change 2 fields");
    await expect(proposal.getByRole("listitem").nth(0)).toContainText("Avocet · Launch");
    await expect(proposal.getByRole("listitem").nth(0)).toContainText("31 Mar 2027");
    await expect(proposal.getByRole("listitem").nth(0)).toContainText("30 Jun 2027");
    await expect(page.getByRole("button", { name: "Launch: 31 Mar 2027" })).toBeVisible();

    await page.reload();
    await expect(proposal.getByRole("checkbox", { checked: true })).toHaveCount(2);
    await proposal.getByRole("button", { name: "Change 2 fields" }).click();
    await expect(proposal.getByText("Applied", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Launch: 30 Jun 2027" })).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("At Risk");

    await page.reload();
    await expect(proposal.getByText("Applied", { exact: true })).toBeVisible();
    await proposal.getByRole("button", { name: "Undo" }).click();
    await expect(proposal.getByText("Applied and undone")).toBeVisible();
    await expect(page.getByRole("button", { name: "Launch: 31 Mar 2027" })).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("On Track");
  });

  test("applies only the rows that are ticked, with the keyboard", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/avocet");
    await ask(page, twoFields);
    const proposal = card(page, "Change 2 fields");
    await proposal.getByRole("checkbox", { name: "Row 2: Avocet · Status" }).press("Space");
    await expect(applyButton(proposal)).toHaveText("Apply 1 of 2 rows");
    await applyButton(proposal).press("Enter");
    await expect(proposal.getByText("Applied", { exact: true })).toBeVisible();
    await expect(proposal.getByRole("listitem").nth(1)).toContainText("left out");
    await expect(page.getByRole("button", { name: "Launch: 30 Jun 2027" })).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("On Track");
  });

  test("is refused row by row where a record changed since it was read", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/avocet");
    await ask(page, twoFields);
    const proposal = card(page, "Change 2 fields");
    desk.command("import", writeFile([{ ...portfolio[0], launch_date: "2027-05-01" }]));
    await expect(page.getByRole("button", { name: "Launch: 01 May 2027" })).toBeVisible();
    await proposal.getByRole("button", { name: "Change 2 fields" }).click();
    await expect(proposal.getByText("Applied", { exact: true })).toBeVisible();
    await expect(proposal.getByRole("listitem").nth(0)).toContainText("changed meanwhile");
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("At Risk");
    await expect(page.getByRole("button", { name: "Launch: 01 May 2027" })).toBeVisible();

    await page.reload();
    await expect(proposal.getByRole("listitem").nth(0)).toContainText("Not applied: The program");
    await expect(proposal.getByRole("listitem").nth(0)).toContainText("changed meanwhile");
    await expect(proposal.getByRole("listitem").nth(1)).not.toContainText("left out");
  });

  test("creates a record, and stays discarded once it was", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/bittern");
    const answer = await ask(page, 'Add a High risk "No second supplier" to Bittern');
    const proposal = answer.getByRole("region");
    await expect(proposal.getByRole("listitem")).toContainText("New risk");
    await expect(proposal.getByRole("button", { name: "Title in row 1: No second supplier" })).toBeVisible();
    await expect(proposal.getByRole("combobox", { name: "Severity in row 1" })).toHaveText("High");
    await applyButton(proposal).click();
    await expect(proposal.getByText("Applied", { exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: "Risks" })).toContainText("No second supplier");

    const other = (await ask(page, "Set the status of Bittern to Off Track")).getByRole("region");
    await other.getByRole("button", { name: "Discard" }).click();
    await expect(other.getByText("Discarded")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("article").last().getByText("Discarded")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("On Track");
  });
});
