import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";

/** A day some days from today, as ISO text and as the timeline says it. */
export const iso = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const long = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
export const words = (days: number) => long.format(new Date(`${iso(days)}T00:00:00Z`));

const program = (id: string, start: number | null, launch: number | null) => ({
  id: id.toLowerCase(),
  name: id,
  status: "At Risk",
  owner: "Ada Brandt",
  progress: 40,
  start_date: start === null ? null : iso(start),
  launch_date: launch === null ? null : iso(launch),
  milestones:
    id === "Atlas"
      ? [{ id: "pilot", program_id: "atlas", name: "Pilot", due_date: iso(10), status: "Planned" }]
      : [],
});
export const programs = [
  program("Atlas", -30, 60),
  program("Beacon", -10, 20),
  program("Comet", null, 30),
  program("Delta", null, null),
];

export const grid = (page: Page) => page.getByRole("grid", { name: "Timeline of programs" });
export const row = (page: Page, name: string) =>
  grid(page).getByRole("row", { name: new RegExp(`^${name}, `) });
const said = (name: string, start: number, launch: number) =>
  `${name}, ${words(start)} to ${words(launch)}, 40 percent, At Risk`;
export const labelled = (page: Page, name: string, start: number, launch: number) =>
  expect(row(page, name)).toHaveAttribute("aria-label", said(name, start, launch));

/** Presses at a place of an element, counted from its left or from its right where negative, and drags from there. */
export async function drag(
  page: Page,
  element: Locator,
  at: number,
  by: number,
  end: "drop" | "escape" = "drop",
) {
  const box = await element.boundingBox();
  if (!box) throw new Error("there is nothing to drag");
  const x = at < 0 ? box.x + box.width + at : box.x + at;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
  if (end === "escape") await page.keyboard.press("Escape");
  else await page.mouse.up();
}
