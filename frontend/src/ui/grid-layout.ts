import { fitColumns, shareWidth, type ColumnNeed, type FlexibleColumn } from "./fit-columns";

/** What a person chose for a column; what is absent is as the column itself says. */
export interface ColumnChoice {
  shown?: boolean;
  /** In pixels. */
  width?: number;
  /** Whether the column stays in sight while the others scroll. */
  pinned?: boolean;
}

/** How a person arranged the columns of a grid. */
export interface GridLayout {
  /** The ids of the columns from left to right; those that it does not name follow. */
  order: readonly string[];
  columns: Readonly<Record<string, ColumnChoice>>;
}

export const usualLayout: GridLayout = { order: [], columns: {} };

/** The narrowest and the widest that a person can make a column, in pixels. */
export const columnWidths = { least: 56, most: 640 } as const;

/** Reads a layout that was kept as text; the usual one where it makes no sense. */
export function readLayout(text: string | undefined): GridLayout {
  try {
    const { order, columns } = JSON.parse(text ?? "") as Partial<GridLayout>;
    return Array.isArray(order) && columns ? { order, columns } : usualLayout;
  } catch {
    return usualLayout;
  }
}

/** The layout after a change of one column. */
export function withColumn(layout: GridLayout, id: string, choice: ColumnChoice): GridLayout {
  const { width } = choice;
  const clamped =
    width === undefined
      ? choice
      : { ...choice, width: Math.round(Math.max(columnWidths.least, Math.min(width, columnWidths.most))) };
  return { ...layout, columns: { ...layout.columns, [id]: { ...layout.columns[id], ...clamped } } };
}

/** The layout after a column was put before another one, or at the end. `order` is what all columns stand in now. */
export function withMoved(
  layout: GridLayout,
  order: readonly string[],
  id: string,
  before: string | undefined,
): GridLayout {
  if (id === before) return layout;
  const others = order.filter((other) => other !== id);
  const at = before === undefined ? others.length : others.indexOf(before);
  return { ...layout, order: others.toSpliced(at < 0 ? others.length : at, 0, id) };
}

/** A column as it says itself that it takes part in the layout. */
export interface LayoutColumn extends ColumnNeed, FlexibleColumn {
  pinned?: boolean;
  /** Shown only where a person chose it. */
  optional?: boolean;
}

/** A column as it is shown. */
export interface PlacedColumn {
  id: string;
  width: number;
  /** Where it stays while the others scroll, in pixels from the first column. */
  left?: number;
}

/** All columns from left to right, those that stay in sight first, each with what holds for it. */
export function orderedColumns<C extends LayoutColumn>(columns: readonly C[], layout: GridLayout) {
  const place = (id: string, usual: number) => {
    const at = layout.order.indexOf(id);
    return at < 0 ? layout.order.length + usual : at;
  };
  return columns
    .map((column, i) => {
      const {
        shown = !column.optional,
        width,
        pinned = column.pinned ?? false,
      } = layout.columns[column.id] ?? {};
      return { column, shown, width, pinned, place: place(column.id, i) };
    })
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.place - b.place);
}

/**
 * Says which columns are shown, in which order and how wide. A column that a person asked for never gives way, and one
 * with a width of its own neither grows nor shrinks: the grid scrolls sideways instead.
 */
export function placeColumns(
  columns: readonly LayoutColumn[],
  layout: GridLayout,
  available: number,
): PlacedColumn[] {
  const wanted = orderedColumns(columns, layout).filter(({ shown }) => shown);
  const chosen = ({ id }: LayoutColumn) => layout.columns[id]?.shown === true;
  const fitting = fitColumns(
    wanted.map(({ column, width, pinned }) => ({
      id: column.id,
      width: width ?? column.width,
      givesWay: pinned || chosen(column) ? 0 : column.givesWay,
    })),
    available,
  );
  const shown = wanted.filter(({ column }) => fitting.has(column.id));
  const widths = shareWidth(
    shown.map(({ column, width }) => (width === undefined ? column : { id: column.id, width })),
    available,
  );
  let left = 0;
  return shown.map(({ column: { id }, pinned }) => {
    const width = widths.get(id) ?? 0;
    const placed = pinned ? { id, width, left } : { id, width };
    left += width;
    return placed;
  });
}
