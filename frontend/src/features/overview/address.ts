import { readProgramFilter, type FilterField, type ProgramFilter } from "../../vocabulary/program-filter";

/** What the statuses can be shown by, the usual one first. */
export const groupings = [
  "product_line",
  "owner",
  "team",
  "pipeline_stage",
  "strategic_objectives",
] as const satisfies readonly FilterField[];
export type Grouping = (typeof groupings)[number];

/** What the address of the overview says: which programs it is about, and what their statuses are shown by. */
export type OverviewSearch = ProgramFilter & { by?: Exclude<Grouping, "product_line"> };

export function readOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  const search: OverviewSearch = readProgramFilter(raw);
  const by = groupings.find((known) => known === raw.by);
  if (by && by !== "product_line") search.by = by;
  return search;
}
