import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./test";

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
      await page
        .getByRole("textbox", { name: "Message to the assistant" })
        .fill("How many programs by status?");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("article").last()).toContainText("24");
      await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
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

test("the first run has nothing that axe finds", async ({ openWindow, startDesk }) => {
  const page = await openWindow(await startDesk({}));
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("a chosen theme holds after a reload", async ({ openWindow, startDesk }) => {
  const page = await openWindow(await startDesk({}), "#/settings");
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
