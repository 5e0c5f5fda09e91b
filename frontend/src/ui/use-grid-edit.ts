import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type RefObject } from "react";
import { takesText } from "../lib/platform";
import type { CellBlock, CellEdit, CellExit, GridCells, GridItem } from "./grid-cells";
import type { CellRange } from "./grid-range";
import type { useGridPlace } from "./use-grid-place";

interface GridEdit<T> {
  scroller: RefObject<HTMLElement | null>;
  cells: GridCells<T> | undefined;
  place: ReturnType<typeof useGridPlace>;
  items: readonly GridItem[];
  rows: readonly T[];
  columns: readonly string[];
}

/** The edit that goes on in a cell, and what the clipboard does with the current cells. */
export function useGridEdit<T>({ scroller, cells, place, items, rows, columns }: GridEdit<T>) {
  const [editing, setEditing] = useState<CellEdit>();
  const column = columns[place.column];
  const onRow = items[place.line]?.row !== undefined;
  const typing = cells && onRow && column !== undefined ? cells.edits(column) : undefined;

  const begin = (typed: string | undefined) => {
    if (typing !== undefined && column !== undefined) setEditing({ row: place.key, column, typed });
  };
  // The editor keeps what it was given when the edit began; the exit has to find the place as it is then.
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  const leave = useCallback((exit: CellExit) => {
    setEditing(undefined);
    if (exit === "away") return;
    const { line, column: at, go } = latest.current;
    go(line, at + { stay: 0, right: 1, left: -1 }[exit]);
  }, []);

  const block = (range: CellRange): CellBlock<T> => ({
    rows: items.slice(range.top, range.bottom + 1).flatMap((item) => {
      const row = item.row === undefined ? undefined : rows[item.row];
      return row === undefined ? [] : [row];
    }),
    columns: columns.slice(range.left, range.right + 1),
  });
  const paste = (text: string) => {
    const { range } = place;
    if (!range || !cells) return;
    const whole = { ...range, bottom: items.length - 1, right: columns.length - 1 };
    cells.paste(text, block(range), block(whole));
  };

  // WebKit copies and pastes outside of texts only where these two are answered for.
  useEffect(() => {
    const element = scroller.current;
    if (!element || !cells) return;
    const allow = (event: Event) => !takesText(event.target) && event.preventDefault();
    const names = ["beforecopy", "beforepaste"];
    names.forEach((name) => element.addEventListener(name, allow));
    return () => names.forEach((name) => element.removeEventListener(name, allow));
  }, [scroller, cells]);

  return {
    editing,
    typing,
    begin,
    leave,
    clear: () => paste(""),
    clipboard: cells && {
      onCopy: (event: ClipboardEvent) => {
        if (takesText(event.target)) return;
        event.preventDefault();
        const all = { rows: [...rows], columns: [...columns] };
        const line = rows[items[place.line]?.row ?? -1];
        const text = cells.copy(place.range && block(place.range), line, all);
        event.clipboardData.setData("text/plain", text);
      },
      onPaste: (event: ClipboardEvent) => {
        if (takesText(event.target)) return;
        event.preventDefault();
        paste(event.clipboardData.getData("text/plain"));
      },
    },
  };
}
