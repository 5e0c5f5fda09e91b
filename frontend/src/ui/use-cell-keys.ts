import { useRef, useState, type KeyboardEvent } from "react";

interface Cell {
  row: number;
  column: number;
}

interface CellKeys {
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down pass. */
  pageSize?: number;
  /** Brings a cell onto the screen that may not be drawn. */
  reveal?: (cell: Cell) => void;
}

/**
 * Moves through cells with the arrow keys, Home and End, and Page Up and Page Down. One cell is in the tab order; it has
 * the focus while the keyboard is among the cells.
 */
export function useCellKeys({ rows, columns, pageSize = rows, reveal }: CellKeys) {
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const wanted = useRef(false);
  const current = { row: within(at.row, rows), column: within(at.column, columns) };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { row, column } = current;
    const targets: Partial<Record<string, Cell>> = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      PageUp: { row: row - pageSize, column },
      PageDown: { row: row + pageSize, column },
      Home: { row, column: 0 },
      End: { row, column: columns - 1 },
    };
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    const next = { row: within(target.row, rows), column: within(target.column, columns) };
    wanted.current = next.row !== row || next.column !== column;
    setAt(next);
    reveal?.(next);
  };

  /** What the control in a cell takes. */
  const cell = (row: number, column: number) => {
    const isCurrent = row === current.row && column === current.column;
    return {
      tabIndex: isCurrent ? 0 : -1,
      onFocus: () => setAt({ row, column }),
      ref: isCurrent
        ? (element: HTMLElement | null) => {
            if (!element || !wanted.current) return;
            wanted.current = false;
            element.focus({ preventScroll: true });
            element.scrollIntoView({ block: "nearest", inline: "nearest" });
          }
        : undefined,
    };
  };
  return { cell, onKeyDown };
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
