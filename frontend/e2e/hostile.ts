import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { iso } from "./timeline-page";
import { expect } from "./test";

/** Texts that would run, load or change something where a program takes a text for markup, a script, a style or an address. */
export const hostile = JSON.parse(
  readFileSync(join(import.meta.dirname, "hostile-strings.json"), "utf8"),
) as string[];

const at = (index: number) => hostile[index % hostile.length] ?? "";
const levels = ["High", "Medium", "Low"] as const;
const statuses = ["On Track", "At Risk", "Off Track"] as const;

/** The id of the program that has every text among its risks, milestones and updates. */
export const crowded = "crowded";

const risk = (program: string, index: number) => ({
  id: `${program}-r${index}`,
  program_id: program,
  title: at(index),
  description: at(index + 1),
  mitigation: index % 3 ? at(index + 2) : "",
  owner: at(index + 3),
  severity: levels[index % 3],
  likelihood: levels[(index >> 1) % 3],
  status: "Open",
});

const milestone = (program: string, index: number) => ({
  id: `${program}-m${index}`,
  program_id: program,
  name: at(index),
  due_date: iso((index % 90) - 20),
  status: "Planned",
});

const update = (program: string, index: number) => ({
  id: `${program}-u${index}`,
  program_id: program,
  date: iso(-index - 1),
  author: at(index + 1),
  text: at(index),
});

/** A program for each text, with texts in all its fields and records, and the crowded one; as an export writes them. */
export function hostilePortfolio(): object {
  const programs = hostile.map((text, index) => {
    const id = index % 2 ? `p${index}` : `${index} ${text}`.replaceAll("\0", "");
    return {
      id,
      external_id: `${index} ${text}`,
      name: `${text} ${index}`,
      description: at(index + 1),
      status: statuses[index % 3],
      owner: at(index + 2),
      team: at(index + 3),
      product_line: at(index + 4),
      pipeline_stage: "Planning",
      strategic_objectives: [at(index)],
      start_date: iso(-100 - index),
      launch_date: iso((index % 200) - 20),
      progress: index % 100,
      risks: [risk(`p${index}`, index)],
      milestones: [milestone(`p${index}`, index)],
    };
  });
  const all = {
    name: `All ${at(0)}`,
    status: "Off Track",
    launch_date: iso(20),
    start_date: iso(-9),
    progress: 1,
  };
  return {
    format: "portfolio-ai",
    version: 1,
    programs: [
      {
        id: crowded,
        ...all,
        risks: hostile.map((_, i) => risk(crowded, i)),
        milestones: hostile.map((_, i) => milestone(crowded, i)),
      },
      ...programs,
    ],
    objectives: hostile.map((text, index) => ({ id: `o${index}`, name: text, description: at(index + 1) })),
    status_updates: hostile.map((_, index) => update(crowded, index)),
    dependencies: programs.map(({ id }, index) => ({
      id: `d${index}`,
      from: id,
      to: crowded,
      note: at(index),
    })),
  };
}

/** A table for the import wizard: the texts are its headers, its values, and the words that it cannot read. */
export function hostileTable(): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll("\0", "")}"`;
  const head = ["name", "status", "owner", "launch_date", ...hostile.slice(0, 60)].map(quoted).join(",");
  const rows = hostile.map((text, index) =>
    [text, at(index + 1), at(index + 2), at(index + 3), ...hostile.slice(0, 60).map((_, i) => at(index + i))]
      .map(quoted)
      .join(","),
  );
  return `${[head, ...rows].join("\n")}\n`;
}

/** Notes whatever a page runs, asks for or says that it should not. */
export function watch(page: Page, desk: Desk): string[] {
  const faults: string[] = [];
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(desk.url) && !/^(data:|blob:)/.test(url)) faults.push(`request: ${url}`);
  });
  page.on("popup", (popup) => faults.push(`popup: ${popup.url()}`));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame() || !frame.url().startsWith(desk.url))
      faults.push(`navigation: ${frame.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  return faults;
}

/** Finds nothing in the page that could run or load something, and no element but those that the window itself draws. */
export async function expectHarmless(page: Page, faults: string[], where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const wrong: string[] = [];
    const forbidden =
      "iframe, frame, object, embed, applet, base, foreignObject, portal, math, form[action], [formaction], [srcdoc], [ping], animate, set, image, use, marquee";
    const built = new Set([...document.querySelectorAll("head *, body > script, #root")]);
    const isOurs = (address: string) => {
      if (/^data:(,$|image\/(png|jpeg);)/.test(address)) return true;
      return URL.parse(address, document.baseURI)?.origin === location.origin;
    };
    for (const element of document.querySelectorAll("*")) {
      const shown = element.outerHTML.slice(0, 200);
      if (element.matches("script:not([src], [type='application/json'])")) wrong.push(`script: ${shown}`);
      if (element.matches(forbidden)) wrong.push(`forbidden: ${shown}`);
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) wrong.push(`handler: ${shown}`);
        if (/^(xlink:)?(href|src|action|data|poster|background)$/.test(name) && !isOurs(value))
          wrong.push(`address: ${shown}`);
      }
      const drawn = Object.keys(element).some((key) => key.startsWith("__reactFiber"));
      if (
        drawn ||
        built.has(element) ||
        element.matches("html, head, body") ||
        element.matches("#wails-spinner") || // of the shim for browsers
        element.matches("#kept") // that Go wrote the kept page into
      )
        continue;
      wrong.push(`not drawn by the window: ${shown}`);
    }
    if ("polluted" in {}) wrong.push("the prototype of objects has another field");
    return wrong;
  });
  expect.soft([...found.slice(0, 5), ...faults.splice(0)], where).toEqual([]);
}
