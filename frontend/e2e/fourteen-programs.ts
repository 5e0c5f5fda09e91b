import type { Locator, Page } from "@playwright/test";

const names = Array.from({ length: 14 }, (_, i) => `Program ${String(i + 1).padStart(2, "0")}`);

/** Fourteen programs that are alike but for their owners; one has no launch date. */
export const portfolio = names.map((name, i) => ({
  id: `p${i + 1}`,
  name,
  status: i % 2 ? "At Risk" : "On Track",
  pipeline_stage: "Planning",
  owner: i < 10 ? "Ada Brandt" : i < 13 ? "Grace Hall" : "",
  team: "Harbour",
  launch_date: i === 3 ? null : "2027-03-15",
  progress: 40,
}));

/** A program in the table. */
export const row = (page: Page, name: string): Locator => page.getByRole("row").filter({ hasText: name });

/** A value of a program in the table. */
export const cell = (page: Page, name: string, column: string): Locator =>
  row(page, name).locator(`[data-column=${column}]`);
