import { portfolio } from "../../bridge/model";
import { addMonths, monthOf } from "../../lib/calendar";
import { addDays, parseDay } from "../../lib/dates";
import { listOf, textOf } from "../../lib/search-params";

/** The parts of the page: what was written, what differs between two days, and what is deleted. */
export const shownParts = ["history", "changes", "deleted"] as const;
export type ShownPart = (typeof shownParts)[number];

export const actors: readonly portfolio.Actor[] = Object.values(portfolio.Actor);
export const entities: readonly portfolio.Entity[] = Object.values(portfolio.Entity);

/**
 * What the address of the page says: the part that is shown, the history where it says nothing; the filter of the history;
 * and a period, of the history or of the changes.
 */
export interface ActivitySearch {
  show?: Exclude<ShownPart, "history">;
  actor?: portfolio.Actor[];
  entity?: portfolio.Entity[];
  program?: string;
  q?: string;
  since?: string;
  until?: string;
}

export function readActivitySearch(raw: Record<string, unknown>): ActivitySearch {
  const show = shownParts.find((part) => part === textOf(raw.show));
  const actor = actors.filter((known) => listOf(raw.actor).includes(known));
  const entity = entities.filter((known) => listOf(raw.entity).includes(known));
  const program = textOf(raw.program);
  const q = textOf(raw.q);
  const since = parseDay(textOf(raw.since) ?? "");
  const until = parseDay(textOf(raw.until) ?? "");
  return {
    ...(show && show !== "history" && { show }),
    ...(actor.length > 0 && { actor }),
    ...(entity.length > 0 && { entity }),
    ...(program && { program }),
    ...(q && { q }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

/** The filter that the address asks for. */
export function toActivityFilter(search: ActivitySearch): portfolio.ActivityFilter {
  return {
    actors: search.actor ?? [],
    entities: search.entity ?? [],
    program: search.program ?? "",
    text: search.q ?? "",
    since: search.since ?? null,
    until: search.until ?? null,
  };
}

/** Whether the address narrows the history. */
export function isNarrowed(search: ActivitySearch): boolean {
  return Object.keys(search).some((key) => key !== "show");
}

/** The periods that people ask about; "custom" is any other one. */
export const periods = ["week", "lastMonth", "custom"] as const;
export type Period = (typeof periods)[number];

/** The first day of each named period, which ends today. */
function beginnings(today: string): Record<Exclude<Period, "custom">, string> {
  return { week: addDays(today, -7), lastMonth: `${addMonths(monthOf(today), -1)}-01` };
}

/** The days between which changes are shown; the last week where the address says nothing. */
export function changedBetween(search: ActivitySearch, today: string): { since: string; until: string } {
  return { since: search.since ?? beginnings(today).week, until: search.until ?? "" };
}

export function periodOf(search: ActivitySearch, today: string): Period {
  const { since, until } = changedBetween(search, today);
  const named = beginnings(today);
  if (until !== "") return "custom";
  return periods.find((period) => period !== "custom" && named[period] === since) ?? "custom";
}

/** The change of the address that asks for a period. */
export function choosePeriod(period: Period, search: ActivitySearch, today: string) {
  if (period === "custom") return { since: changedBetween(search, today).since, until: today };
  return { since: period === "week" ? "" : beginnings(today)[period], until: "" };
}
