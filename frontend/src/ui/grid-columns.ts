import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type SortingState,
} from "@tanstack/react-table";
import type { LayoutColumn } from "./grid-layout";

/**
 * How a column takes part in the layout; see ColumnNeed. Columns with `grow` share the room that is left, and shrink to
 * `least` where even the columns that never give way have not enough.
 */
export interface GridColumnMeta {
  width: number;
  least?: number;
  givesWay: number;
  grow?: number;
  figures?: boolean;
  /** Stays in sight while the others scroll sideways, where a person does not say otherwise. */
  pinned?: boolean;
  /** Shown only where a person asks for it. */
  optional?: boolean;
  /** Its values can be others on another day, though nobody writes anything: see kept-page.ts. */
  byDay?: boolean;
}

export const gridFeatures = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: {} as GridColumnMeta,
});
export type GridFeatures = typeof gridFeatures;
export type GridColumn<T extends object> = ColumnDef<GridFeatures, T>;
export type GridSort = SortingState;

/** Makes columns for rows of a type; the id of a column is the field that it sorts by. */
export function gridColumns<T extends object>() {
  return createColumnHelper<GridFeatures, T>();
}

/** How many keys rows can be sorted by at once. */
export const sortKeysMost = 3;

/** The height of every row, in pixels; the same as --row. */
export const rowHeight = 34;

/** The columns as the layout of a grid knows them. */
export function layoutColumns<T extends object>(columns: readonly GridColumn<T>[]): LayoutColumn[] {
  return columns.map((column) => ({ id: String(column.id), width: 0, givesWay: 0, ...column.meta }));
}
