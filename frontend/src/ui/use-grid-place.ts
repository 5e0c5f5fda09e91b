import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import { rangeBetween, type CellRange } from "./grid-range";

/** A line of a grid by its key, and the cell in it; without a column it is the line as a whole. */
export interface GridPlace {
  key: string;
  column: string | undefined;
}

interface GridPlaces {
  scroller: RefObject<HTMLElement | null>;
  /** The keys of the lines and the ids of the columns, as they are shown. */
  keys: readonly string[];
  columns: readonly string[];
  initialKey: string | undefined;
  scrollTo: (line: number) => void;
}

/**
 * Where the keyboard is in a grid: one line or cell is current; it alone is in the tab order. A range reaches from where
 * it was begun to the current cell.
 */
export function useGridPlace({ scroller, keys, columns, initialKey, scrollTo }: GridPlaces) {
  const [place, setPlace] = useState<GridPlace>({ key: initialKey ?? "", column: undefined });
  const [anchor, setAnchor] = useState<GridPlace>();
  const wantsFocus = useRef(false);
  const lines = useMemo(() => new Map(keys.map((key, line) => [key, line])), [keys]);
  const line = lines.get(place.key) ?? 0;
  const key = keys[line] ?? "";
  const column = place.column === undefined ? -1 : columns.indexOf(place.column);

  const shownFirst = useRef(false);
  useLayoutEffect(() => {
    if (shownFirst.current || keys.length === 0) return;
    shownFirst.current = true;
    if (line > 0) scrollTo(line);
  });

  // The line may have to be scrolled to and drawn before it can have the focus.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`);
    if (!row) return;
    wantsFocus.current = false;
    const cell = row.querySelector<HTMLElement>(`[data-column="${CSS.escape(columns[column] ?? "")}"]`);
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    (stopIn(cell) ?? row).focus({ preventScroll: true });
  });

  // A line that goes away with the keyboard leaves it to the one that comes in its place.
  const held = useRef(false);
  const lastLine = useRef(line);
  useLayoutEffect(() => {
    if (lines.has(place.key)) lastLine.current = line;
    else if (held.current && document.activeElement === document.body) go(lastLine.current, column);
  });

  const anchorLine = anchor && lines.get(anchor.key);
  const anchorColumn = anchor ? columns.indexOf(anchor.column ?? "") : -1;
  const range: CellRange | undefined =
    column < 0
      ? undefined
      : rangeBetween(
          anchorLine !== undefined && anchorColumn >= 0
            ? { row: anchorLine, column: anchorColumn }
            : { row: line, column },
          { row: line, column },
        );

  /** Makes a line or cell current; "extend" keeps the other end of the range where it is. */
  const go = (toLine: number, toColumn: number, extend = false) => {
    const target = Math.max(0, Math.min(toLine, keys.length - 1));
    const next = keys[target];
    if (next === undefined) return;
    const nextColumn = toColumn < 0 ? undefined : columns[Math.min(toColumn, columns.length - 1)];
    setAnchor(extend && column >= 0 ? (anchor ?? { key, column: columns[column] }) : undefined);
    setPlace({ key: next, column: nextColumn });
    wantsFocus.current = true;
    scrollTo(target);
  };

  return {
    line,
    key,
    /** The number of the current cell; -1 where the line as a whole is current. */
    column,
    range,
    go,
    /** Notes that the focus is in the grid, or that it has left. It does not leave with a line that goes away. */
    hold: (on: boolean) => {
      held.current = on;
    },
    /** Notes where the focus has gone by itself. */
    note: (next: GridPlace) => {
      if (next.key !== key || next.column !== columns[column]) setPlace(next);
    },
    /** Begins a range at the current cell, or ends the one that there is. */
    anchorHere: (begin: boolean) => {
      if (!begin) setAnchor(undefined);
      else if (column >= 0) setAnchor((before) => before ?? { key, column: columns[column] });
    },
    lineOf: (other: string) => lines.get(other),
  };
}

/** What takes the focus in a cell: its link or button where it has one. */
function stopIn(cell: HTMLElement | null): HTMLElement | null {
  return cell?.querySelector<HTMLElement>("a, button") ?? cell;
}
