import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from "react";
import { takesText } from "../lib/platform";
import { isPressed } from "../lib/shortcuts";

interface RowKeys<T> {
  rows: T[];
  rowKey: (row: T) => string;
  currentKey: string | undefined;
  scrollTo: (index: number) => void;
  pageSize: number;
  onOpen: ((row: T) => void) | undefined;
}

/**
 * Moves through a list of rows: arrows or J and K by one, Page keys by a screen, Home and End to the ends, Enter
 * opens. Right goes into the row, to its links and buttons, and Left back. One row is current; it alone is in the tab order, and it has the focus while the keyboard is in the grid.
 */
export function useRowKeys<T>({ rows, rowKey, currentKey, scrollTo, pageSize, onOpen }: RowKeys<T>) {
  const [key, setKey] = useState(currentKey);
  const wantsFocus = useRef(false);
  const found = rows.findIndex((row) => rowKey(row) === key);
  const current = found < 0 ? 0 : found;

  const shownFirst = useRef(false);
  useEffect(() => {
    if (shownFirst.current || rows.length === 0) return;
    shownFirst.current = true;
    if (found > 0) scrollTo(found);
  });

  const move = (to: number) => {
    const target = rows[Math.max(0, Math.min(to, rows.length - 1))];
    if (target === undefined) return;
    wantsFocus.current = true;
    setKey(rowKey(target));
    scrollTo(rows.indexOf(target));
  };

  const rowRef = useCallback((element: HTMLElement | null) => {
    if (!element || !wantsFocus.current) return;
    wantsFocus.current = false;
    element.focus({ preventScroll: true });
  }, []);

  const setCurrent = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row !== undefined) setKey(rowKey(row));
    },
    [rows, rowKey],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (takesText(event.target)) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const onHeader = target?.closest("[role=columnheader]") != null;
    const inRow = !onHeader && target?.closest("a, button") != null;
    const targets = {
      down: onHeader && event.key === "ArrowDown" ? current : current + 1,
      up: current - 1,
      screenDown: current + pageSize,
      screenUp: current - pageSize,
      first: 0,
      last: rows.length - 1,
    };
    const pressed = (Object.keys(targets) as (keyof typeof targets)[]).find((name) => isPressed(name, event));
    const row = rows[current];
    if (pressed) {
      event.preventDefault();
      move(targets[pressed]);
    } else if (target && !onHeader && (isPressed("intoRow", event) || isPressed("outOfRow", event))) {
      event.preventDefault();
      stepWithin(target, isPressed("intoRow", event) ? 1 : -1);
    } else if (isPressed("openRow", event) && !onHeader && !inRow && row !== undefined && onOpen) {
      event.preventDefault();
      onOpen(row);
    }
  };

  return { current, setCurrent, rowRef, onKeyDown };
}

/** Moves the focus between a row and the links and buttons in it. */
function stepWithin(from: HTMLElement, step: 1 | -1): void {
  const row = from.closest<HTMLElement>("[role=row]");
  if (!row) return;
  const stops = [row, ...row.querySelectorAll<HTMLElement>("a, button")];
  stops[Math.max(0, stops.indexOf(from) + step)]?.focus({ preventScroll: true });
}
