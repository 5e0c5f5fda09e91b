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

/** Filter and order of the program list, and the view of it. An empty value means not reported. */
export type ProgramSearch = ListSearch<FilterField> & {
  view?: Exclude<ProgramView, "table">;
  by?: Exclude<BoardField, "pipeline_stage">;
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
    portfolio.Field.LaunchDate,
    portfolio.Field.Progress,
    portfolio.Field.LastUpdate,
  ],
};

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
  return search;
}

/** The address after a change; an empty text or list takes its key away. */
export function withChange(search: ProgramSearch, change: Record<string, string | string[]>): ProgramSearch {
  return readProgramSearch({ ...search, ...change });
}

/** The order that the address asks for; by name where it says nothing. */
export function orderOf(search: ProgramSearch): ListOrder {
  return readOrder(search.sort ?? portfolio.Field.Name);
}

/** Writes an order for the address; the usual one, by name, is not written. */
export function sortText(order: ListOrder): string {
  const text = writeOrder(order);
  return text === (portfolio.Field.Name as string) ? "" : text;
}

/** The query that an address asks for. Programs that are equal in its order follow by name. */
export function toQuery(search: ProgramSearch): portfolio.Query {
  const order = orderOf(search);
  const first: portfolio.Order = { field: fieldOf(order.id, byName.field), desc: order.desc };
  return {
    of: portfolio.Entity.Program,
    text: search.q ?? "",
    where: programConditions(search),
    ...(search.show && { preset: search.show }),
    related: [],
    sort: first.field === byName.field ? [first] : [first, byName],
    limit: 0,
    after: "",
    today: null,
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
