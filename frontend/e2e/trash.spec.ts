import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./test";

const portfolio = [
  {
    id: "tern",
    name: "Tern",
    status: "On Track",
    risks: [
      { id: "tern-r", program_id: "tern", title: "Permit is late", severity: "Medium", status: "Open" },
    ],
    milestones: [{ id: "tern-m", program_id: "tern", name: "Permit", status: "Planned" }],
  },
  { id: "heron", name: "Heron", status: "At Risk" },
];

const deleted = (page: Page) => page.getByRole("list", { name: "Deleted" });

test.describe("the trash", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
  });

  test("says what it is for while it is empty", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/activity");
    await page.getByRole("radio", { name: "Deleted" }).click();
    await expect(page.getByText("Nothing is deleted")).toBeVisible();
    await expect(page).toHaveURL(/show=deleted/);
  });

  test("keeps a deleted risk, and brings it back", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/tern");
    const risks = page.getByRole("region", { name: "Risks" });
    await risks.getByRole("button", { name: "Edit Permit is late" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit risk" });
    await dialog.getByRole("button", { name: "Delete risk" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Deleted Permit is late", { exact: true })).toBeVisible();
    await expect(risks).toContainText("No risks recorded.");

    await page.getByRole("link", { name: "Activity", exact: true }).click();
    await page.getByRole("radio", { name: "Deleted" }).click();
    await expect(deleted(page).getByRole("listitem")).toHaveCount(1);
    await expect(deleted(page)).toContainText("Permit is lateRisk of Tern");
    await deleted(page).getByRole("button", { name: "Restore Permit is late" }).click();
    await expect(page.getByText("Nothing is deleted")).toBeVisible();
    await page.getByRole("link", { name: "Risks", exact: true }).click();
    await expect(page.getByRole("link", { name: "Permit is late" })).toBeVisible();
  });

  test("keeps a program with all that belonged to it", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/tern");
    await page.getByRole("button", { name: "Delete program" }).click();
    await expect(page.getByRole("status", { name: "Totals" })).toContainText("1 program");
    await page.getByRole("link", { name: "Activity", exact: true }).click();
    await page.getByRole("radio", { name: "Deleted" }).click();
    await expect(deleted(page)).toContainText("with 2 records that belonged to it");
    await deleted(page).getByRole("button", { name: "Restore Tern" }).click();
    await expect(page.getByText("Nothing is deleted")).toBeVisible();
    await page.goto(desk.url + "#/program/tern");
    await expect(page.getByRole("region", { name: "Milestones" })).toContainText("Permit");
    await expect(page.getByRole("region", { name: "Risks" })).toContainText("Permit is late");
  });
});
