import { portfolio } from "../../bridge/model";
import {
  readListSearch,
  readOrder,
  writeOrder,
  type ListOrder,
  type ListSearch,
  type ListShape,
} from "../../lib/list-address";
import { textOf } from "../../lib/search-params";
import { fieldOf } from "../../vocabulary/query-field";
import {
  filterFields,
  filterOf,
  filterValues,
  programConditions,
  programPresets,
  programsWhere,
  type FilterField,
  type ProgramPreset,
} from "../../vocabulary/program-filter";

export { filterFields, filterOf, type FilterField };

/** The ways to see the programs of one filter in one order; the address names those that are not the usual one. */
export const programViews = ["table", "board", "timeline"] as const;
export type ProgramView = (typeof programViews)[number];

/** The fields that the board can lay its columns out by, the usual one first. */
export const boardFields = ["pipeline_stage", "status", "owner", "product_line"] as const;
export type BoardField = (typeof boardFields)[number];

/** The fields that the table can group by. */
export const groupFields = [
  portfolio.Field.Status,
  portfolio.Field.PipelineStage,
  portfolio.Field.Owner,
  portfolio.Field.Team,
  portfolio.Field.ProductLine,
  portfolio.Field.StrategicObjectives,
] as const;
export type GroupField = (typeof groupFields)[number];

/**
 * Filter, order and groups of the program list, and the view of it. An empty value means not reported; several keys of
 * the order stand between commas: "sort=-status,launch_date".
 */
export type ProgramSearch = ListSearch<FilterField> & {
  view?: Exclude<ProgramView, "table">;
  by?: Exclude<BoardField, "pipeline_stage">;
  group?: GroupField;
  /** The saved view that was opened; what else the address says may differ from it by now. */
  saved?: string;
  show?: ProgramPreset;
};

const shape: ListShape<FilterField> = {
  filters: filterValues,
  sorts: [
    portfolio.Field.Name,
    portfolio.Field.Status,
    portfolio.Field.Assessed,
    portfolio.Field.PipelineStage,
    portfolio.Field.Owner,
    portfolio.Field.ProductLine,
    portfolio.Field.Team,
    portfolio.Field.StartDate,
    portfolio.Field.LaunchDate,
    portfolio.Field.Progress,
    portfolio.Field.OpenRisks,
    portfolio.Field.NextMilestone,
    portfolio.Field.LastUpdate,
  ],
};

/** How many keys the list can be sorted by. */
const sortKeysMost = 3;

const byName: portfolio.Order = { field: portfolio.Field.Name, desc: false };

export function readProgramSearch(raw: Record<string, unknown>): ProgramSearch {
  const search: ProgramSearch = readListSearch(shape, raw);
  const view = programViews.find((known) => known === raw.view);
  if (view && view !== "table") search.view = view;
  const by = boardFields.find((known) => known === raw.by);
  if (by && by !== "pipeline_stage") search.by = by;
  const saved = textOf(raw.saved);
  if (saved) search.saved = saved;
  const show = programPresets.find((known) => (known as string) === raw.show);
  if (show) search.show = show;
  const group = groupFields.find((known) => known === raw.group);
  if (group) search.group = group;
  const sort = ordersText(ordersIn(textOf(raw.sort) ?? ""));
  if (sort) search.sort = sort;
  return search;
}

/** The orders that a text names, as far as they make sense; a field counts once. */
function ordersIn(text: string): ListOrder[] {
  const orders = text.split(",").map(readOrder);
  return orders
    .filter(({ id }, i) => shape.sorts.includes(id) && orders.findIndex((other) => other.id === id) === i)
    .slice(0, sortKeysMost);
}

/** The address after a change; an empty text or list takes its key away. */
export function withChange(search: ProgramSearch, change: Record<string, string | string[]>): ProgramSearch {
  return readProgramSearch({ ...search, ...change });
}

/** The orders that the address asks for, the first key first; by name where it says nothing. */
export function ordersOf(search: ProgramSearch): ListOrder[] {
  return ordersIn(search.sort ?? portfolio.Field.Name);
}

/** Writes orders for the address; the usual one, by name, is not written. */
export function ordersText(orders: readonly ListOrder[]): string {
  const text = orders.map(writeOrder).join(",");
  return text === (portfolio.Field.Name as string) ? "" : text;
}

/** The query that an address asks for. Programs that are equal in its order follow by name. */
export function toQuery(search: ProgramSearch): portfolio.Query {
  const sort = ordersOf(search).map(({ id, desc }) => ({ field: fieldOf(id, byName.field), desc }));
  return {
    ...programsWhere(programConditions(search)),
    text: search.q ?? "",
    ...(search.show && { preset: search.show }),
    sort: sort.some(({ field }) => field === byName.field) ? sort : [...sort, byName],
  };
}

/** Whether the address narrows the list. */
export function isNarrowed(search: ProgramSearch): boolean {
  return (
    search.q !== undefined ||
    search.show !== undefined ||
    filterFields.some((field) => search[field] !== undefined)
  );
}
