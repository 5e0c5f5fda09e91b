import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type SortingState,
} from "@tanstack/react-table";

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
}

export const gridFeatures = tableFeatures({
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

/** The height of every row, in pixels; the same as --row. */
export const rowHeight = 34;
