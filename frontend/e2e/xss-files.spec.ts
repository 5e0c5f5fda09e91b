import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import JSZip from "jszip";
import { hostile, hostilePortfolio } from "./hostile";
import { expect, test } from "./test";

/** The XML of a file of slides, by its parts. */
async function partsOf(path: string): Promise<string[]> {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const parts = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  return Promise.all(parts.map((part) => part.async("string")));
}

/** What is wrong with texts of XML: that they are none, or hold what runs, or lead or load from somewhere. */
function faultsOf(page: Page, parts: string[]): Promise<string[]> {
  return page.evaluate((all) => {
    const wrong: string[] = [];
    for (const part of all) {
      const read = new DOMParser().parseFromString(part, "application/xml");
      if (read.querySelector("parsererror")) wrong.push(`no XML: ${part.slice(0, 200)}`);
      for (const element of read.querySelectorAll("*")) {
        if (
          /^(script|foreignObject|iframe|animate|set|use|a|style|handler)$/i.test(element.localName) &&
          element.namespaceURI?.includes("svg")
        )
          wrong.push(element.outerHTML.slice(0, 200));
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name)) wrong.push(`${name}: ${value}`);
          if (name.endsWith("href") && !value.startsWith("data:image/")) wrong.push(`${name}: ${value}`);
          if (name === "TargetMode") wrong.push(element.outerHTML);
        }
      }
    }
    return wrong;
  }, parts);
}

test("texts of records are only texts in drawn files: the timeline and reports", async ({
  ownDesk,
  openWindow,
  browser,
}) => {
  test.setTimeout(180_000);
  const folder = test.info().outputPath();
  const file = join(folder, "hostile.json");
  writeFileSync(file, JSON.stringify(hostilePortfolio()));
  const saved = join(folder, "saved.svg");
  const desk = await ownDesk({ portfolio: { file, asOf: "2026-01-31" }, save: saved });
  const page = await openWindow(desk, "#/programs?view=timeline");
  const save = async (format: string) => {
    rmSync(saved, { force: true });
    await page.getByRole("button", { name: "Save as", exact: true }).click();
    await page.getByRole("menuitem", { name: format }).click();
    await expect.poll(() => existsSync(saved), { timeout: 60_000 }).toBe(true);
  };
  await save("SVG");
  const svg = readFileSync(saved, "utf8");
  expect(svg).toContain("alert(1)");
  const opened = await browser.newPage(); // where no policy of the window holds
  expect(await faultsOf(opened, [svg])).toEqual([]);
  const faults: string[] = [];
  opened.on("dialog", (dialog) => {
    faults.push(dialog.message());
    void dialog.dismiss();
  });
  opened.on("request", (request) => {
    if (!/^(file:|data:)/.test(request.url())) faults.push(request.url());
  });
  await opened.goto(pathToFileURL(saved).href);
  await expect(opened.locator("text").first()).toBeVisible();
  expect(faults).toEqual([]);
  await opened.goto("about:blank");

  await save("PowerPoint");
  expect(await faultsOf(opened, await partsOf(saved))).toEqual([]);

  const id = await page.evaluate(
    async (narrative) => {
      const { Reports } = (
        window as unknown as {
          go: { app: { Reports: Record<string, (...args: unknown[]) => Promise<unknown>> } };
        }
      ).go.app;
      const made = (await Reports.Create?.({ kind: "steering", scope: { view: "", program: "" } }, "")) as {
        id: string;
      };
      await Reports.SetNarrative?.(made.id, narrative);
      return made.id;
    },
    hostile.join("\n\n").slice(0, 4_000),
  );
  await page.goto(`${desk.url}#/report/${id}`);
  rmSync(saved, { force: true });
  await page.getByRole("button", { name: "PowerPoint" }).click({ timeout: 60_000 });
  await expect.poll(() => existsSync(saved), { timeout: 60_000 }).toBe(true);
  const slides = await partsOf(saved);
  expect(slides.join("")).toContain("alert(1)");
  expect(await faultsOf(opened, slides)).toEqual([]);
  await opened.close();
});
