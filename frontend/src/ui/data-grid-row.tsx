import { flexRender, type Row } from "@tanstack/react-table";
import { clsx } from "clsx";
import { memo, type MouseEvent } from "react";
import styles from "./data-grid.module.css";
import { rowHeight, type GridFeatures } from "./grid-columns";

interface DataGridRowProps<T extends object> {
  row: Row<GridFeatures, T>;
  index: number;
  current: boolean;
  /** The ids of the visible columns; a new set draws the row anew. */
  shown: Set<string>;
  /** Receives the element of the current row. */
  rowRef: (element: HTMLElement | null) => void;
  onFocus: (index: number) => void;
  onOpen: ((row: T) => void) | undefined;
}

function DataGridRowView<T extends object>(props: DataGridRowProps<T>) {
  const { row, index, current, onFocus, onOpen } = props;
  const open = (event: MouseEvent) => {
    const onControl = event.target instanceof Element && event.target.closest("a, button") !== null;
    if (!onControl) onOpen?.(row.original);
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={current ? 0 : -1}
      ref={current ? props.rowRef : undefined}
      className={clsx(styles.row, styles.record, onOpen && styles.opens)}
      style={{ transform: `translateY(${index * rowHeight}px)` }}
      onFocus={() => onFocus(index)}
      onClick={open}
    >
      {row.getVisibleCells().map((cell) => (
        <div
          key={cell.id}
          role="gridcell"
          className={clsx(styles.cell, cell.column.columnDef.meta?.figures && styles.figures)}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </div>
      ))}
    </div>
  );
}

export const DataGridRow = memo(
  DataGridRowView,
  (before, after) =>
    before.row.original === after.row.original &&
    before.index === after.index &&
    before.current === after.current &&
    before.shown === after.shown &&
    before.onFocus === after.onFocus &&
    before.onOpen === after.onOpen,
) as typeof DataGridRowView;
