import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { clsx } from "clsx";
import { useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent } from "react";
import { useFirstPageDrawn } from "../lib/use-first-page-drawn";
import { DataGridHeader } from "./data-grid-header";
import { DataGridRow } from "./data-grid-row";
import { DataGridSection } from "./data-grid-section";
import styles from "./data-grid.module.css";
import { gridItems, type GridCells, type GridSection, type GridSelection } from "./grid-cells";
import {
  gridFeatures,
  layoutColumns,
  rowHeight,
  sortKeysMost,
  type GridColumn,
  type GridSort,
} from "./grid-columns";
import {
  orderedColumns,
  placeColumns,
  usualLayout,
  withColumn,
  withMoved,
  type GridLayout,
} from "./grid-layout";
import { spanIn } from "./grid-range";
import { useGridEdit } from "./use-grid-edit";
import { useGridKeys } from "./use-grid-keys";
import { useGridPlace } from "./use-grid-place";
import { useGridPointer } from "./use-grid-pointer";
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
  /** Whether Shift adds a key to the order. */
  multiSort?: boolean;
  onOpen?: (row: T) => void;
  /** Called when the end of `rows` comes near and there are more. */
  onMore?: () => void;
  /** The row that is current when the grid appears; scrolled into view. */
  currentKey?: string | undefined;
  /** How a person arranged the columns, where they can. */
  layout?: GridLayout;
  onLayout?: (layout: GridLayout) => void;
  /** Given where each cell is a place of its own. */
  cells?: GridCells<T>;
  /** Given where rows can be selected. */
  selection?: GridSelection<T>;
  /** The headings that the rows stand under, in their order. */
  sections?: GridSection[] | undefined;
  onSection?: (key: string, open: boolean) => void;
  /** Takes keys before the grid does; true where it took one. */
  onKey?: (event: KeyboardEvent, row: T | undefined) => boolean;
  /** Hears of the row that became current. */
  onCurrent?: (row: T | undefined) => void;
}

/** The room on both sides of a row, and the column of the boxes, in pixels; see .row. */
const gutter = 8;
const selectWidth = 32;

/** A virtual list of records with sortable columns, for mouse, keyboard and screen reader. */
export function DataGrid<T extends object>(props: DataGridProps<T>) {
  const { columns, rows, rowKey, total, sort, onSort, onOpen, onMore, cells, selection, sections } = props;
  const { layout = usualLayout, onLayout, onKey, onCurrent } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const lead = selection ? selectWidth : 0;

  const needs = useMemo(() => layoutColumns(columns), [columns]);
  const placed = useMemo(
    () => placeColumns(needs, layout, width - 2 * gutter - lead),
    [needs, layout, width, lead],
  );
  const shown = useMemo(() => placed.map(({ id }) => id), [placed]);
  const pinned = placed.filter(({ left }) => left !== undefined).length;
  const columnVisibility = useMemo(
    () => Object.fromEntries(needs.map(({ id }) => [id, shown.includes(id)])),
    [needs, shown],
  );
  const table = useTable({
    features: gridFeatures,
    columns,
    data: rows,
    getRowId: rowKey,
    manualSorting: true,
    enableMultiSort: props.multiSort ?? false,
    maxMultiSortColCount: sortKeysMost,
    sortDescFirst: false,
    state: { sorting: sort, columnVisibility, columnOrder: shown },
    onSortingChange: (next) => onSort?.(typeof next === "function" ? next(sort) : next),
  });
  const tableRows = table.getRowModel().rows;
  const items = useMemo(() => gridItems(rows.map(rowKey), sections), [rows, rowKey, sections]);
  const keys = useMemo(() => items.map((item) => item.key), [items]);

  const drawn = useFirstPageDrawn();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: drawn ? 12 : 0, // the first page does not wait for rows that nobody sees yet
    scrollPaddingStart: rowHeight,
  });
  const visible = virtual.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length < total && last >= items.length - 30) onMore?.();
  }, [last, items.length, rows.length, total, onMore]);

  const place = useGridPlace({
    scroller,
    keys,
    columns: cells ? shown : none,
    initialKey: props.currentKey,
    scrollTo: (line) => virtual.scrollToIndex(line),
  });
  const rowAt = (line: number) => rows[items[line]?.row ?? -1];
  const current = rowAt(place.line);
  useEffect(() => onCurrent?.(current), [current, onCurrent]);

  const edit = useGridEdit({ scroller, cells, place, items, rows, columns: cells ? shown : none });
  const pointer = useGridPointer({
    place,
    items,
    columns: shown,
    selection,
    edits: cells?.edits,
    onEdit: edit.begin,
  });
  const onKeyDown = useGridKeys({
    place,
    items,
    columns: shown.length,
    pageSize: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    onOpen:
      onOpen &&
      ((line) => {
        const row = rowAt(line);
        if (row) onOpen(row);
      }),
    onSection: props.onSection,
    selection,
    typing: edit.typing,
    toCells: cells !== undefined,
    onEdit: edit.begin,
    onClear: edit.clear,
    onKey: onKey && ((event) => onKey(event, current)),
  });

  const lefts = placed
    .slice(0, pinned)
    .map(({ left = 0 }, i) => [`--left-${i}`, `${gutter + lead + left}px`]);
  const pinnedWidth = placed.slice(0, pinned).reduce((sum, column) => sum + column.width, 0);
  const style = {
    "--columns": [...(lead ? [`${lead}px`] : []), ...placed.map((column) => `${column.width}px`)].join(" "),
    "--width": `${placed.reduce((sum, column) => sum + column.width, 2 * gutter + lead)}px`,
    "--pinned": `${gutter + lead + pinnedWidth}px`,
    "--height": `${virtual.getTotalSize()}px`,
    ...(Object.fromEntries(lefts) as Record<string, string>),
  } as CSSProperties;

  return (
    <div
      ref={scroller}
      className={clsx(styles.grid, onLayout && styles.arranged, cells && styles.cells)}
      style={style}
      role={sections ? "treegrid" : "grid"}
      aria-label={props.label}
      aria-rowcount={total + (sections?.length ?? 0) + 1}
      aria-multiselectable={selection && true}
      aria-busy={props.busy}
      onKeyDown={onKeyDown}
      {...pointer}
      {...edit.clipboard}
    >
      <DataGridHeader
        headers={table.getHeaderGroups()[0]?.headers ?? []}
        columns={placed}
        sortable={onSort !== undefined}
        sortKeys={sort.length}
        selection={selection}
        total={total}
        arrange={
          onLayout && {
            onWidth: (id, to) => onLayout(withColumn(layout, id, { width: to })),
            onMove: (id, before) =>
              onLayout(
                withMoved(
                  layout,
                  orderedColumns(needs, layout).map(({ column }) => column.id),
                  id,
                  before,
                ),
              ),
          }
        }
      />
      <div role="rowgroup" data-list="" className={styles.body}>
        {visible.map(({ index }) => {
          const item = items[index];
          if (item?.section) {
            return (
              <DataGridSection
                key={item.key}
                section={item.section}
                index={index}
                current={index === place.line}
                columns={shown.length + (selection ? 1 : 0)}
                onToggle={(key, open) => props.onSection?.(key, open)}
              />
            );
          }
          const row = item && tableRows[item.row];
          if (!row) return null;
          return (
            <DataGridRow
              key={item.key}
              row={row}
              line={item.key}
              index={index}
              current={index === place.line ? (shown[cells ? place.column : -1] ?? "") : undefined}
              columns={columns}
              shape={`${shown.join()} ${pinned}`}
              pinned={pinned}
              span={spanIn(place.range, index)}
              cells={cells}
              editing={edit.editing?.row === item.key ? edit.editing : undefined}
              onLeave={edit.leave}
              selected={selection?.has(item.key)}
              selectLabel={selection?.words.row}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

const none: readonly string[] = [];
