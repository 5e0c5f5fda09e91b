import { ask, expect, expectAccessible, expectKept, test } from "./test";

const pages = [
  "overview",
  "programs",
  "risks",
  "milestones",
  "objectives",
  "reports",
  "activity",
  "settings",
] as const;
const titles = {
  overview: "Overview",
  programs: "Programs",
  risks: "Risks",
  milestones: "Milestones",
  objectives: "Objectives",
  reports: "Reports",
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
        await expectAccessible(page);
      });
    }

    test("a program's page with an answer beside it has nothing that axe finds", async ({
      openWindow,
      sampleDesk,
    }) => {
      const page = await openWindow(sampleDesk, "#/program/program-011");
      await expect(await ask(page, "How many programs by status?")).toContainText("24");
      await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
      await expectAccessible(page);
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
      await expectAccessible(page);

      await page.getByRole("link", { name: "Activity", exact: true }).click();
      const entry = page.getByRole("list", { name: "Activity" }).getByRole("listitem").first();
      await entry.getByRole("button", { expanded: false }).click();
      await entry.getByRole("button", { name: "Look back to this day" }).click();
      await expect(page.getByRole("region", { name: "Look back" })).toBeVisible();
      await expectAccessible(page);
    });

    test("filters, dialogs and menus have nothing that axe finds", async ({ openWindow, sampleDesk }) => {
      const page = await openWindow(sampleDesk);
      await page.getByRole("button", { name: "Filter by Status" }).click();
      await expect(page.getByRole("dialog").getByRole("checkbox").first()).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "New program" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("the first run has nothing that axe finds", async ({ openWindow, ownDesk }) => {
  const page = await openWindow(await ownDesk({}));
  await expect(page.getByRole("heading", { name: "Bring in your portfolio" })).toBeVisible();
  await expectAccessible(page);
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

test.describe("magnified to 200 %", () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test("a page has the window to itself, and the assistant comes over it when asked for", async ({
    openWindow,
    sampleDesk,
  }) => {
    const page = await openWindow(sampleDesk);
    const assistant = page.getByRole("complementary", { name: "Assistant" });
    await expect(page.getByRole("grid").getByRole("link").first()).toBeVisible();
    await expect(assistant).toBeHidden();
    for (const button of ["Import", "New program", "Settings"]) {
      await expect(
        page.getByRole("button", { name: button }).or(page.getByRole("link", { name: button })),
      ).toBeInViewport({ ratio: 1 });
    }
    await page.keyboard.press("Control+j");
    await expect(page.getByRole("textbox", { name: "Message to the assistant" })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Control+j");
    await expect(assistant).toBeHidden();
  });
});

for (const [name, media] of [
  ["more contrast", { contrast: "more" }],
  ["the colours of the system", { forcedColors: "active" }],
] as const) {
  test(`with ${name} there is nothing that axe finds`, async ({ openWindow, sampleDesk }) => {
    const page = await openWindow(sampleDesk);
    await page.emulateMedia(media);
    for (const title of Object.values(titles)) {
      await page.getByRole("link", { name: title, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await expectAccessible(page);
    }
  });
}
