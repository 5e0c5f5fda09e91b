import { mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import type { Desk } from "./desk";
import { ask, expect, expectAccessible, expectKept, test } from "./test";

test.describe("the settings", () => {
  let desk: Desk;
  test.beforeAll(async ({ startDesk, sampleFile }) => {
    desk = await startDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
  });

  test("the window speaks German at once, after a reload and after a restart", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/settings");
    await expect(page.getByRole("radio", { name: "System" }).last()).toBeChecked();
    await page.getByRole("radio", { name: "Deutsch" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Einstellungen");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expectKept(page, "language", "de");

    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Einstellungen");
    await page.getByRole("link", { name: "Programme", exact: true }).click();
    await expect(page.getByRole("status", { name: "Summen" })).toContainText("120 Programme");
    await expect(page.getByRole("grid", { name: "Programme" })).toContainText("Gefährdet");
    await expect(page.getByRole("grid", { name: "Programme" })).toContainText(/\d\d\.\d\d\.202\d/);
    await expect(page.getByRole("complementary", { name: "Assistent" })).toContainText(
      "Der Assistent versteht und antwortet auf Englisch",
    );

    await desk.restart();
    // A browser that has never seen the window: what was chosen is kept with the portfolio.
    await page.evaluate(() => localStorage.clear());
    await page.goto(desk.url + "#/settings");
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Einstellungen");
    await page.getByRole("radio", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("the start of the fiscal year is kept", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/settings");
    const month = page.getByRole("combobox", { name: "Fiscal year begins in" });
    await expect(month).toHaveText("April");
    await month.click();
    await page.getByRole("option", { name: "October" }).click();
    await expect(month).toHaveText("October");
    await expectKept(page, "fiscal_year_start", 10);
    await page.reload();
    await expect(month).toHaveText("October");
  });

  test("a folder that is copied to other computers is warned of, and once as a notice", async ({
    openWindow,
  }) => {
    const marker = join(desk.dataDir, ".stfolder");
    mkdirSync(marker);
    try {
      const page = await openWindow(desk);
      await page.getByRole("button", { name: "Settings" }).click();
      const warning = page.getByRole("region", { name: "Your data" });
      await expect(warning).toContainText("This folder is copied to other computers by Syncthing.");
      await expectAccessible(page);
      await page.reload();
      await expect(warning).toContainText("Syncthing");
      await expect(page.getByText("Your portfolio is in a folder of Syncthing")).toHaveCount(0);
    } finally {
      rmdirSync(marker);
    }
  });

  test("the program says which one it is", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/settings");
    const about = page.getByRole("region", { name: "About" });
    const { version, schema } = await page.evaluate(() => window.go.app.Desk.State());
    await expect(about).toContainText(String(version));
    await expect(about).toContainText(new RegExp(`schema ${String(schema)}(?!\\d)`, "i"));
  });

  test("the licences of what the program contains are in it", async ({ openWindow }) => {
    const page = await openWindow(desk, "#/settings");
    await page.getByRole("button", { name: "Show licences" }).click();
    const dialog = page.getByRole("dialog", { name: "Licences" });
    const text = dialog.getByRole("region", { name: "Licences" });
    for (const part of ["modernc.org/sqlite", "react-dom", "MIT License"]) {
      await expect(text).toContainText(part);
    }
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Show licences" })).toBeFocused();
  });
});

test.describe("what the assistant may propose", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`in ${colorScheme}`, () => {
      test.use({ colorScheme });

      test("is switched off and on again, and nothing of it is proposed meanwhile", async ({
        openWindow,
        ownDesk,
        sampleFile,
      }) => {
        const desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
        const page = await openWindow(desk, "#/settings");
        const rule = (kind: string) => page.getByRole("radiogroup", { name: kind });
        await expect(page.getByRole("radio", { name: "Ask me", checked: true })).toHaveCount(4);
        await expect(page.getByText("There is no “always”")).toBeVisible();
        await rule("Change fields").getByRole("radio", { name: "Ask me" }).focus();
        await page.keyboard.press("ArrowRight");
        await expectKept(page, "never_proposed", ["change_fields"]);
        await expectAccessible(page);

        const question = "Set the status of Depot 011 to Off Track";
        const refused = await ask(page, question);
        await expect(refused).toContainText("Proposing to change fields is switched off");
        await expect(refused.getByRole("region")).toHaveCount(0);
        await page.reload();
        await expect(rule("Change fields").getByRole("radio", { name: "Never" })).toBeChecked();
        await rule("Change fields").getByRole("radio", { name: "Ask me" }).click();
        await expectKept(page, "never_proposed", []);
        await expect((await ask(page, question)).getByRole("region")).toBeVisible();
      });
    });
  }
});

test.describe("on a German system", () => {
  test.use({ locale: "de-DE" });

  test("the window speaks German from the first frame", async ({ openWindow, startDesk }) => {
    const page = await openWindow(await startDesk({}));
    await expect(page.getByRole("heading", { name: "Holen Sie Ihr Portfolio herein" })).toBeVisible();
  });
});

test("the shortcuts are listed on ?, and lead where they say", async ({ openWindow, sampleDesk }) => {
  const page = await openWindow(sampleDesk);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toContainText("Undo the last change");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Risks");
  await page.keyboard.press("/");
  await page.keyboard.type("what?");
  await expect(page.getByRole("searchbox")).toHaveValue("what?");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Control+,");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
  await page.getByRole("button", { name: "Show the keyboard shortcuts" }).click();
  await expect(dialog).toBeVisible();
});
