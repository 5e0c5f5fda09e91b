import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { Desk, type DeskOptions } from "./desk";
import { samplePortfolio } from "./sample-portfolio";

export { expect };

interface Fixtures {
  /** Opens the window at an address such as "#/programs" and waits until its page is there. */
  openWindow: (desk: Desk, address?: string) => Promise<Page>;
}

interface WorkerFixtures {
  /** Starts a program that ends with the file of tests. */
  startDesk: (options: DeskOptions) => Promise<Desk>;
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
  }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  startDesk: [
    // Playwright reads from the parameter which fixtures this one needs: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const desks: Desk[] = [];
      await use(async (options) => {
        const desk = await Desk.start(options);
        desks.push(desk);
        return desk;
      });
      await Promise.all(desks.map((desk) => desk.stop()));
    },
    { scope: "worker" },
  ],

  sampleFile: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, worker) => {
      const file = join(worker.project.outputDir, `sample-${worker.workerIndex}.json`);
      writeFileSync(file, JSON.stringify(samplePortfolio));
      await use(file);
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
  openWindow: async ({ page }, use) => {
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
