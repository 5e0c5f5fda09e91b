import { AxeBuilder } from "@axe-core/playwright";
import { ask, expect, expectKept, test } from "./test";

const pages = ["programs", "risks", "milestones", "objectives", "activity", "settings"] as const;
const titles = {
  programs: "Programs",
  risks: "Risks",
  milestones: "Milestones",
  objectives: "Objectives",
  activity: "Activity",
  settings: "Settings",
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const name of pages) {
      test(`${titles[name]} has one heading of its name and nothing that axe finds`, async ({
        openWindow,
        sampleDesk,
      }) => {
        const page = await openWindow(sampleDesk);
        await page.getByRole("link", { name: titles[name], exact: true }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(titles[name]);
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      });
    }

    test("a program's page with an answer beside it has nothing that axe finds", async ({
      openWindow,
      sampleDesk,
    }) => {
      const page = await openWindow(sampleDesk, "#/program/program-011");
      await expect(await ask(page, "How many programs by status?")).toContainText("24");
      await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    test("a proposal and a past day have nothing that axe finds", async ({
      openWindow,
      ownDesk,
      sampleFile,
    }) => {
      const desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2021-01-31" } });
      const page = await openWindow(desk, "#/program/program-011");
      const answer = await ask(page, "Set the progress of Depot 011 to 12");
      await answer.getByRole("checkbox").click();
      await expect(answer.getByRole("checkbox")).not.toBeChecked();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      await page.getByRole("link", { name: "Activity", exact: true }).click();
      const entry = page.getByRole("list", { name: "Activity" }).getByRole("listitem").first();
      await entry.getByRole("button", { expanded: false }).click();
      await entry.getByRole("button", { name: "Look back to this day" }).click();
      await expect(page.getByRole("region", { name: "Look back" })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    test("filters, dialogs and menus have nothing that axe finds", async ({ openWindow, sampleDesk }) => {
      const page = await openWindow(sampleDesk);
      await page.getByRole("button", { name: "Filter by Status" }).click();
      await expect(page.getByRole("checkbox").first()).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "New program" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

test("the first run has nothing that axe finds", async ({ openWindow, ownDesk }) => {
  const page = await openWindow(await ownDesk({}));
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("a chosen theme holds after a reload", async ({ openWindow, ownDesk }) => {
  const page = await openWindow(await ownDesk({}), "#/settings");
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectKept(page, "theme", "dark");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
