import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, type CSSProperties } from "react";
import { DataGridHeader } from "./data-grid-header";
import { DataGridRow } from "./data-grid-row";
import styles from "./data-grid.module.css";
import { fitColumns } from "./fit-columns";
import { gridFeatures, rowHeight, type GridColumn, type GridSort } from "./grid-columns";
import { useGridKeys } from "./use-grid-keys";
import { useWidth } from "./use-width";

interface DataGridProps<T extends object> {
  /** The accessible name of the grid. */
  label: string;
  columns: GridColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** All rows that there are, of which `rows` may be the first part. */
  total: number;
  busy: boolean;
  sort: GridSort;
  onSort?: (sort: GridSort) => void;
  onOpen?: (row: T) => void;
  /** Called when the end of `rows` comes near and there are more. */
  onMore?: () => void;
  /** The row that is current when the grid appears; scrolled into view. */
  currentKey?: string | undefined;
}

/** The room on both sides of a row, in pixels; see .row. */
const gutter = 8;

/** A virtual list of records with sortable columns, for mouse, keyboard and screen reader. */
export function DataGrid<T extends object>(props: DataGridProps<T>) {
  const { columns, rows, rowKey, total, sort, onSort, onOpen, onMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);

  const shown = useMemo(() => {
    const needs = columns.map((column) => ({ id: String(column.id), width: 0, givesWay: 0, ...column.meta }));
    return fitColumns(needs, width - 2 * gutter);
  }, [columns, width]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [String(column.id), shown.has(String(column.id))])),
    [columns, shown],
  );
  const table = useTable({
    features: gridFeatures,
    columns,
    data: rows,
    getRowId: rowKey,
    manualSorting: true,
    enableMultiSort: false,
    sortDescFirst: false,
    state: { sorting: sort, columnVisibility },
    onSortingChange: (next) => onSort?.(typeof next === "function" ? next(sort) : next),
  });
  const tableRows = table.getRowModel().rows;

  const virtual = useVirtualizer({
    count: tableRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length < total && last >= rows.length - 30) onMore?.();
  }, [last, rows.length, total, onMore]);

  const keys = useGridKeys({
    rows,
    rowKey,
    currentKey: props.currentKey,
    scrollTo: (index) => virtual.scrollToIndex(index),
    pageSize: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    onOpen,
  });

  const template = table
    .getVisibleLeafColumns()
    .map(({ columnDef: { meta } }) => `minmax(${meta?.least ?? meta?.width ?? 0}px, ${meta?.grow ?? 0}fr)`)
    .join(" ");
  const layout = { "--columns": template, "--height": `${virtual.getTotalSize()}px` } as CSSProperties;

  return (
    <div
      ref={scroller}
      className={styles.grid}
      style={layout}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-busy={props.busy}
      onKeyDown={keys.onKeyDown}
    >
      <DataGridHeader headers={table.getHeaderGroups()[0]?.headers ?? []} sortable={onSort !== undefined} />
      <div role="rowgroup" className={styles.body}>
        {items.map((item) => {
          const row = tableRows[item.index];
          return row ? (
            <DataGridRow
              key={row.id}
              row={row}
              index={item.index}
              current={item.index === keys.current}
              shown={shown}
              rowRef={keys.rowRef}
              onFocus={keys.setCurrent}
              onOpen={onOpen}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
