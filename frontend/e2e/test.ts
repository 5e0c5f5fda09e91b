import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { Desk, type DeskOptions } from "./desk";
import { samplePortfolio } from "./sample-portfolio";

export { expect };

interface Fixtures {
  /** Starts a program that ends with the test. */
  ownDesk: (options: DeskOptions) => Promise<Desk>;
  /** Opens the window at an address such as "#/programs" and waits until its page is there. */
  openWindow: (desk: Desk, address?: string) => Promise<Page>;
}

interface WorkerFixtures {
  /** Starts a program for several tests; whoever starts it in beforeAll stops it in afterAll. */
  startDesk: (options: DeskOptions) => Promise<Desk>;
  /** Writes programs to a file that can be imported, and gives its path. */
  writePortfolio: (programs: object[]) => string;
  /** The file of the sample portfolio. */
  sampleFile: string;
  /** A program with the sample portfolio, shared by tests that only read. */
  sampleDesk: Desk;
}

/** What the shim that Wails injects for browsers does wrong is not ours; the production window does not have it. */
const shim = "/wails/ipc.js";

interface Refusal {
  directive: string;
  source: string;
}

declare global {
  interface Window {
    refusals: Refusal[];
    /** What Wails puts into the window: where events come in, and the bound methods. */
    wails: { EventsNotify: (event: string) => void };
    go: {
      app: {
        Desk: {
          State: () => Promise<Record<string, unknown>>;
          LookBack: (day: string) => Promise<unknown>;
        };
      };
    };
  }
}

/** Waits until Go has kept a preference: what the window shows at once may not be saved yet. */
export async function expectKept(page: Page, preference: string, value: unknown): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (name) => (await window.go.app.Desk.State())[name], preference))
    .toEqual(value);
}

/** Waits until nothing on the page moves or fades any more, but for what never ends. */
async function expectStill(page: Page): Promise<void> {
  await expect(page.locator("[data-starting-style], [data-ending-style]")).toHaveCount(0);
  const moving = () =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === "running" && effect?.getComputedTiming().endTime !== Infinity,
      ).length;
  await expect.poll(() => page.evaluate(moving)).toBe(0);
}

/** Finds nothing on the page, as it is now, that breaks a rule of accessibility. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is opening has not its colours yet; what is closing is no longer there for a person, but still for the rules.
  await expectStill(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

/** Asks the assistant, and waits until the whole answer is there. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const answers = page.getByRole("complementary", { name: "Assistant" }).getByRole("article");
  const before = await answers.count();
  await page.getByRole("textbox", { name: "Message to the assistant" }).fill(question);
  await page.keyboard.press("Enter");
  const answer = answers.nth(before);
  await expect(answer).toHaveAttribute("aria-busy", "false");
  return answer;
}

/** Lends a way to start programs, and stops all of them afterwards. */
async function withDesks(
  use: (start: (options: DeskOptions) => Promise<Desk>) => Promise<void>,
): Promise<void> {
  const desks: Desk[] = [];
  await use(async (options) => {
    const desk = await Desk.start(options);
    desks.push(desk);
    return desk;
  });
  await Promise.all(desks.map((desk) => desk.stop()));
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  startDesk: [
    // Playwright reads from the parameter which fixtures this one needs: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await withDesks(use);
    },
    { scope: "worker" },
  ],

  // eslint-disable-next-line no-empty-pattern
  ownDesk: async ({}, use) => {
    await withDesks(use);
  },

  writePortfolio: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, worker) => {
      let written = 0;
      await use((programs) => {
        const name = `portfolio-${worker.workerIndex}-${++written}.json`;
        const file = join(worker.project.outputDir, name);
        writeFileSync(file, JSON.stringify(programs));
        return file;
      });
    },
    { scope: "worker" },
  ],

  sampleFile: [
    async ({ writePortfolio }, use) => {
      await use(writePortfolio(samplePortfolio));
    },
    { scope: "worker" },
  ],

  sampleDesk: [
    async ({ startDesk, sampleFile }, use) => {
      await use(await startDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } }));
    },
    { scope: "worker" },
  ],

  /** Every test fails where the content security policy refused something or a script failed. */
  // The programs of a test are named, so that they are stopped after their windows were judged.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  openWindow: async ({ page, ownDesk: _programs }, use) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => {
      if (!error.stack?.includes(shim)) faults.push(error.message);
    });
    await page.addInitScript(() => {
      window.refusals = [];
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) =>
        window.refusals.push({ directive: violatedDirective, source: sourceFile }),
      );
    });
    await use(async (desk, address = "#/programs") => {
      await page.goto(desk.url + address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      return page;
    });
    if (page.url() === "about:blank") return; // a test that is skipped opens nothing
    const refusals = await page.evaluate(() => window.refusals);
    expect(refusals.filter(({ source }) => !source.includes(shim))).toEqual([]);
    expect(faults).toEqual([]);
  },
});

/** Drops files on the window, as Go reports it: to this window only, not to others on the same desk. */
export async function drop(page: Page, ...paths: string[]): Promise<void> {
  await page.evaluate((files) => {
    window.wails.EventsNotify(JSON.stringify({ name: "files:dropped", data: [{ paths: files }] }));
  }, paths);
}
