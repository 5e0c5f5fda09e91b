import { useRef, type FocusEvent, type MouseEvent, type PointerEvent } from "react";
import type { CellTyping, GridItem, GridSelection } from "./grid-cells";
import type { useGridPlace } from "./use-grid-place";

interface GridPointer {
  place: ReturnType<typeof useGridPlace>;
  items: readonly GridItem[];
  columns: readonly string[];
  selection: GridSelection | undefined;
  edits: ((column: string) => CellTyping | undefined) | undefined;
  onEdit: (typed: undefined) => void;
}

/** Follows focus and pointer in a grid: a press makes a cell current, a drag or Shift extends the range, boxes select. */
export function useGridPointer({ place, items, columns, selection, edits, onEdit }: GridPointer) {
  const lastTicked = useRef<string>(undefined);
  const cellAt = (target: EventTarget | null) => {
    const element = target instanceof Element ? target : undefined;
    const key = element?.closest<HTMLElement>("[data-line]")?.dataset.line;
    return { key, column: element?.closest<HTMLElement>("[data-column]")?.dataset.column };
  };

  const tick = (key: string, extend: boolean) => {
    const from = place.lineOf(lastTicked.current ?? "");
    const to = place.lineOf(key);
    lastTicked.current = key;
    if (!extend || from === undefined || to === undefined) return selection?.toggle(key);
    const between = items.slice(Math.min(from, to), Math.max(from, to) + 1);
    selection?.add(between.flatMap((item) => (item.row === undefined ? [] : [item.key])));
  };

  return {
    onFocus: ({ target }: FocusEvent) => {
      const { key, column } = cellAt(target);
      place.hold(key !== undefined);
      if (key !== undefined) place.note({ key, column });
    },
    onBlur: () => place.hold(false),
    onPointerDown: (event: PointerEvent) => {
      const { column } = cellAt(event.target);
      if (column !== undefined && event.button === 0) place.anchorHere(event.shiftKey);
    },
    onPointerOver: (event: PointerEvent) => {
      if (event.buttons !== 1 || !edits) return;
      const { key, column } = cellAt(event.target);
      const line = place.lineOf(key ?? "");
      if (line === undefined || column === undefined || place.column < 0) return;
      const from = cellAt(document.activeElement);
      if (from.key !== key || from.column !== column) place.go(line, columns.indexOf(column), true);
    },
    onClick: (event: MouseEvent) => {
      const { key } = cellAt(event.target);
      const ticked = event.target instanceof Element && event.target.closest("[data-tick]") !== null;
      if (ticked && key !== undefined) tick(key, event.shiftKey);
    },
    onDoubleClick: (event: MouseEvent) => {
      const { column } = cellAt(event.target);
      const editing = event.target instanceof Element && event.target.closest("[data-editing]") !== null;
      if (column !== undefined && !editing && edits?.(column) !== undefined) onEdit(undefined);
    },
  };
}
