import { textOf } from "../../lib/search-params";

/** The ways to see the objectives; the address names the one that is not the usual one. */
export const objectiveViews = ["list", "matrix"] as const;
export type ObjectiveView = (typeof objectiveViews)[number];

/**
 * What the address of the page says: the record to jump to, the view, whether only objectives without programs are listed,
 * and what the programs of the matrix are searched for.
 */
export interface ObjectiveSearch {
  record?: string;
  view?: "matrix";
  show?: "unserved";
  q?: string;
}

export function readObjectiveSearch(raw: Record<string, unknown>): ObjectiveSearch {
  const record = textOf(raw.record);
  const q = textOf(raw.q);
  return {
    ...(record && { record }),
    ...(raw.view === "matrix" && { view: "matrix" }),
    ...(raw.show === "unserved" && { show: "unserved" }),
    ...(q && { q }),
  };
}
