import type { Desk } from "./desk";
import { expect, test } from "./test";

const portfolio = [
  {
    id: "wren",
    name: "Wren",
    status: "On Track",
    owner: "Ada Brandt",
    team: "Harbour",
    risks: [
      {
        id: "wren-r",
        program_id: "wren",
        title: "One supplier",
        severity: "Medium",
        description: "",
        mitigation: "",
        status: "Open",
      },
    ],
  },
];

test.describe("a record that another process changes meanwhile", () => {
  let desk: Desk;
  let change: (fields: object) => void;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(portfolio), asOf: "2026-01-31" } });
    change = (fields) => desk.command("import", writePortfolio([{ ...portfolio[0], ...fields }]));
  });

  for (const { keep, owner } of [
    { keep: "Keep mine", owner: "Ben Okafor" },
    { keep: "Keep theirs", owner: "Chiara Conti" },
  ]) {
    test(`asks about a field that both changed: ${keep}`, async ({ openWindow }) => {
      const page = await openWindow(desk, "#/program/wren");
      await page.getByRole("button", { name: "Owner: Ada Brandt" }).click();
      await page.getByRole("combobox", { name: "Owner" }).fill("Ben Okafor");
      change({ owner: "Chiara Conti", team: "Orchard" });
      await page.getByRole("combobox", { name: "Owner" }).press("Enter");

      const dialog = page.getByRole("dialog", { name: "Changed meanwhile" });
      await expect(dialog.getByRole("row", { name: "Owner" })).toHaveText("OwnerBen OkaforChiara Conti");
      await expect(dialog.getByRole("row")).toHaveCount(2);
      await dialog.getByRole("button", { name: keep }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole("button", { name: `Owner: ${owner}` })).toBeVisible();
      await expect(page.getByRole("button", { name: "Team: Orchard" })).toBeVisible();
    });
  }

  test("is joined without a word where the fields differ", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/wren");
    await page.getByRole("button", { name: "Edit One supplier" }).click();
    const form = page.getByRole("dialog", { name: "Edit risk" });
    await form.getByRole("textbox", { name: "Title" }).fill("One supplier only");
    change({ risks: [{ ...portfolio[0]?.risks[0], severity: "High" }] });
    await form.getByRole("button", { name: "Save risk" }).click();
    await expect(form).toBeHidden();
    const risks = page.getByRole("region", { name: "Risks" });
    await expect(risks).toContainText("One supplier only");
    await expect(risks).toContainText("High");
  });

  test("leaves the form as it is where neither is chosen", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/wren");
    await page.getByRole("button", { name: "Edit One supplier" }).click();
    const form = page.getByRole("dialog", { name: "Edit risk" });
    await form.getByRole("textbox", { name: "Title" }).fill("Mine");
    change({ risks: [{ ...portfolio[0]?.risks[0], title: "Theirs" }] });
    await form.getByRole("button", { name: "Save risk" }).click();
    const dialog = page.getByRole("dialog", { name: "Changed meanwhile" });
    await expect(dialog).toContainText("Theirs");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(form.getByRole("textbox", { name: "Title" })).toHaveValue("Mine");
    await form.getByRole("button", { name: "Save risk" }).click();
    await dialog.getByRole("button", { name: "Keep mine" }).click();
    await expect(form).toBeHidden();
    await expect(page.getByRole("region", { name: "Risks" })).toContainText("Mine");
  });

  test("shows what was written elsewhere without being asked", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/program/wren");
    await expect(page.getByRole("button", { name: "Team: Harbour" })).toBeVisible();
    change({ team: "Summit" });
    await expect(page.getByRole("button", { name: "Team: Summit" })).toBeVisible();
  });
});
