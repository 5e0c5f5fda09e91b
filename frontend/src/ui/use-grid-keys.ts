import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from "react";
import { takesText } from "../lib/platform";

interface GridKeys<T> {
  rows: T[];
  rowKey: (row: T) => string;
  currentKey: string | undefined;
  scrollTo: (index: number) => void;
  pageSize: number;
  onOpen: ((row: T) => void) | undefined;
}

/**
 * Moves through the rows of a grid: arrows or J and K by one, Page keys by a screen, Home and End to the ends, Enter
 * opens. One row is current; it alone is in the tab order, and it has the focus while the keyboard is in the grid.
 */
export function useGridKeys<T>({ rows, rowKey, currentKey, scrollTo, pageSize, onOpen }: GridKeys<T>) {
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
    if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
    const onHeader = event.target instanceof Element && event.target.closest("[role=columnheader]") !== null;
    const targets: Record<string, number> = {
      ArrowDown: onHeader ? current : current + 1,
      j: current + 1,
      ArrowUp: current - 1,
      k: current - 1,
      PageDown: current + pageSize,
      PageUp: current - pageSize,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const row = rows[current];
    if (target !== undefined) {
      event.preventDefault();
      move(target);
    } else if (event.key === "Enter" && !onHeader && row !== undefined && onOpen) {
      event.preventDefault();
      onOpen(row);
    }
  };

  return { current, setCurrent, rowRef, onKeyDown };
}
