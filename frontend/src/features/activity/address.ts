import { textOf } from "../../lib/search-params";

/** The parts of the page: what was written, and what is deleted. */
export const shownParts = ["history", "deleted"] as const;
export type ShownPart = (typeof shownParts)[number];

/** What the address of the page says: the part that is shown, the history where it says nothing. */
export interface ActivitySearch {
  show?: ShownPart;
}

export function readActivitySearch(raw: Record<string, unknown>): ActivitySearch {
  const show = shownParts.find((part) => part === textOf(raw.show));
  return show && show !== "history" ? { show } : {};
}
