import { flexRender, type Row } from "@tanstack/react-table";
import { clsx } from "clsx";
import { memo, useId, type MouseEvent } from "react";
import styles from "./data-grid.module.css";
import type { CellEdit, CellExit, GridCells } from "./grid-cells";
import { rowHeight, type GridColumn, type GridFeatures } from "./grid-columns";
import { inSpan } from "./grid-range";
import { GridTick } from "./grid-tick";

interface DataGridRowProps<T extends object> {
  row: Row<GridFeatures, T>;
  /** The key of the line and its number from the top. */
  line: string;
  index: number;
  /** The column of the current cell, "" where the row as a whole is current; undefined where it is another row. */
  current: string | undefined;
  /** The columns, and which of them are shown where; new ones draw the row anew. */
  columns: GridColumn<T>[];
  shape: string;
  /** The number of columns that stay in sight. */
  pinned: number;
  /** The columns of the range in this row; see spanIn. */
  span: string;
  cells: GridCells<T> | undefined;
  editing: CellEdit | undefined;
  onLeave: (exit: CellExit) => void;
  /** Whether the row is selected; undefined where rows cannot be. */
  selected: boolean | undefined;
  selectLabel: ((row: T) => string) | undefined;
  onOpen: ((row: T) => void) | undefined;
}

function DataGridRowView<T extends object>(props: DataGridRowProps<T>) {
  const { row, line, index, current, cells, editing, selected, onOpen } = props;
  const open = (event: MouseEvent) => {
    const onControl = event.target instanceof Element && event.target.closest("a, button") !== null;
    if (!onControl) onOpen?.(row.original);
  };
  // A row is named by all its cells. WebKit does not do that by itself; only the current row can be asked for its name.
  const id = useId();
  const shown = row.getVisibleCells();
  const named = current !== undefined;
  return (
    <div
      role="row"
      aria-labelledby={named ? shown.map((_, i) => `${id}${i}`).join(" ") : undefined}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={current === "" ? 0 : -1}
      data-line={line}
      className={clsx(
        styles.row,
        styles.record,
        onOpen && !cells && styles.opens,
        selected && styles.selected,
      )}
      style={{ transform: `translateY(${index * rowHeight}px)` }}
      onClick={cells ? undefined : open}
    >
      {selected !== undefined && (
        <div role="gridcell" className={clsx(styles.cell, styles.select)}>
          <GridTick label={props.selectLabel?.(row.original) ?? ""} checked={selected} />
        </div>
      )}
      {shown.map((cell, i) => {
        const column = cell.column.id;
        const edit = editing?.column === column ? editing : undefined;
        return (
          <div
            key={cell.id}
            id={named ? `${id}${i}` : undefined}
            role="gridcell"
            data-column={cells && column}
            data-editing={edit && ""}
            data-by-day={cell.column.columnDef.meta?.byDay && ""}
            aria-readonly={cells && cells.edits(column) === undefined ? true : undefined}
            tabIndex={cells && (current === column ? 0 : -1)}
            className={clsx(
              styles.cell,
              cell.column.columnDef.meta?.figures && styles.figures,
              i < props.pinned && styles.pinned,
              inSpan(props.span, i) && styles.inRange,
            )}
            style={i < props.pinned ? { left: `var(--left-${i})` } : undefined}
          >
            {edit && cells
              ? cells.editor(row.original, edit, props.onLeave)
              : flexRender(cell.column.columnDef.cell, cell.getContext())}
          </div>
        );
      })}
    </div>
  );
}

export const DataGridRow = memo(
  DataGridRowView,
  (before, after) =>
    before.row.original === after.row.original &&
    before.columns === after.columns &&
    before.line === after.line &&
    before.index === after.index &&
    before.current === after.current &&
    before.shape === after.shape &&
    before.span === after.span &&
    before.cells === after.cells &&
    before.editing === after.editing &&
    before.selected === after.selected &&
    before.selectLabel === after.selectLabel &&
    before.onOpen === after.onOpen,
) as typeof DataGridRowView;
