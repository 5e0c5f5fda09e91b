import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { app } from "../src/bridge/model";
import type { Desk } from "./desk";
import { expect, test } from "./test";

const code = "**/assets/index-*.js";

const fileOf = (desk: Desk) => join(desk.dataDir, "page.json");

/** Waits until a page is kept, after what may be done first, and forgets the one of before. */
async function keeps(desk: Desk, act?: () => Promise<unknown>): Promise<void> {
  if (act) rmSync(fileOf(desk), { force: true });
  await act?.();
  await expect.poll(() => existsSync(fileOf(desk))).toBe(true);
}

/** Opens the window on a list with Avocet, and waits until its page is kept. The program's own window keeps one before. */
async function opened(desk: Desk, openWindow: (desk: Desk) => Promise<Page>): Promise<Page> {
  await keeps(desk);
  let page: Page | undefined;
  await keeps(desk, async () => (page = await openWindow(desk)));
  if (!page) throw new Error("no window");
  await expect(page.getByRole("link", { name: "Avocet" })).toBeVisible();
  return page;
}

/** Loads the page anew, without the code that draws it; the returned function lets the code come. */
async function loadWithoutCode(page: Page): Promise<() => Promise<void>> {
  let come: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (come = resolve));
  await page.route(code, async (route) => {
    await asked;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  return async () => {
    come();
    await expect(page.locator("#kept")).toHaveCount(0);
  };
}

test.describe("the page that was left", () => {
  test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

  test("is on the screen before the code that draws it, looks the same, and its links lead where they say", async ({
    openWindow,
    ownDesk,
    writePortfolio,
  }) => {
    const file = writePortfolio([{ name: "Avocet", launch_date: "2030-01-31" }, { name: "<b>Bittern</b>" }]);
    const page = await opened(await ownDesk({ portfolio: { file, asOf: "2026-01-31" } }), openWindow);
    const places = () =>
      page
        .getByRole("row")
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().toJSON() as DOMRect));
    const before = await places();

    const come = await loadWithoutCode(page);
    await expect(page.locator("#kept").getByRole("link", { name: "Avocet" })).toBeVisible();
    await expect(page.getByRole("link", { name: "<b>Bittern</b>" })).toBeVisible();
    await expect(page.getByRole("row", { name: "Avocet" })).toContainText("31 Jan 2030");
    expect(await places()).toEqual(before);

    await page.getByRole("link", { name: "Avocet" }).click();
    await come();
    await expect(page.getByRole("heading", { level: 1, name: "Avocet" })).toBeVisible();
  });

  test("is not shown once something was written or arranged otherwise", async ({
    openWindow,
    ownDesk,
    writePortfolio,
  }) => {
    const file = writePortfolio([{ id: "avocet", name: "Avocet" }]);
    const desk = await ownDesk({ portfolio: { file, asOf: "2026-01-31" } });
    const page = await opened(desk, openWindow);
    await page.evaluate(() => localStorage.setItem("navigation.narrow", "yes"));
    const come = await loadWithoutCode(page);
    await expect(page.locator("body")).toHaveText(/^\s*$/);
    await keeps(desk, come);
    await page.unroute(code);

    desk.command("import", writePortfolio([{ id: "avocet", name: "Avocet II" }]));
    const comeAgain = await loadWithoutCode(page);
    await expect(page.locator("body")).toHaveText(/^\s*$/);
    await comeAgain();
    await expect(page.getByRole("link", { name: "Avocet II" })).toBeVisible();
  });

  test("keeps no window from opening where storage is switched off", async ({
    openWindow,
    ownDesk,
    writePortfolio,
  }) => {
    const file = writePortfolio([{ name: "Avocet" }]);
    const page = await opened(await ownDesk({ portfolio: { file, asOf: "2026-01-31" } }), openWindow);
    await page.addInitScript(() =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("switched off", "SecurityError");
        },
      }),
    );
    await page.reload();
    await expect(page.locator("#kept")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Avocet" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Message to the assistant" })).toBeVisible();
  });

  test("hides on another day what may be otherwise by then", async ({
    openWindow,
    ownDesk,
    writePortfolio,
  }) => {
    const file = writePortfolio([{ name: "Avocet", status: "On Track", launch_date: "2030-01-31" }]);
    const desk = await ownDesk({ portfolio: { file, asOf: "2026-01-31" } });
    const page = await opened(desk, openWindow);
    await expect(page.getByRole("row", { name: "Avocet" })).toContainText(/in \d+ [dy]/);

    const kept = JSON.parse(readFileSync(fileOf(desk), "utf8")) as app.KeptPage;
    writeFileSync(fileOf(desk), JSON.stringify({ ...kept, day: "2026-02-01" }));
    const come = await loadWithoutCode(page);
    await expect(page.getByText("31 Jan 2030")).toBeVisible();
    await expect(page.getByText(/^in \d+ [dy]$/)).toBeHidden();
    await expect(page.getByRole("gridcell").filter({ hasText: /^At Risk$/ })).toBeHidden();
    await come();
    await expect(page.getByText(/^in \d+ [dy]$/)).toBeVisible();
    await expect(page.getByRole("gridcell").filter({ hasText: /^At Risk$/ })).toBeVisible();
  });
});
