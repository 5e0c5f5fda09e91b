import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { PlacedColumn } from "./grid-layout";

interface HeaderDrag {
  columns: readonly PlacedColumn[];
  onWidth: (id: string, width: number) => void;
  /** Puts a column before another one, or at the end. */
  onMove: (id: string, before: string | undefined) => void;
}

/** How far the pointer goes before a press becomes a drag, and how much a key changes a width, in pixels. */
const dragFrom = 6;
const keyStep = 16;

/** Resizes columns at the edge of their headers and moves them by the headers, by pointer and by Alt with the arrows. */
export function useHeaderDrag({ columns, onWidth, onMove }: HeaderDrag) {
  const resized = useRef<{ id: string; x: number; width: number }>(undefined);
  const pressed = useRef<{ id: string; x: number; moved: boolean }>(undefined);
  /** The column before which the dragged one would go; null for the end. */
  const [target, setTarget] = useState<string | null>();
  const widthOf = (id: string) => columns.find((column) => column.id === id)?.width ?? 0;

  const edge = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      resized.current = { id, x: event.clientX, width: widthOf(id) };
    },
    onPointerMove: (event: PointerEvent) => {
      const start = resized.current;
      if (start) onWidth(start.id, start.width + event.clientX - start.x);
    },
    onPointerUp: () => (resized.current = undefined),
    onPointerCancel: () => (resized.current = undefined),
  });

  const header = (id: string) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) pressed.current = { id, x: event.clientX, moved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = event.buttons === 0 ? undefined : pressed.current;
      if (!start || (!start.moved && Math.abs(event.clientX - start.x) < dragFrom)) return;
      if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
      start.moved = true;
      setTarget(columnAt(event.currentTarget.parentElement, event.clientX));
    },
    onPointerUp: () => {
      if (pressed.current?.moved && target !== undefined) onMove(pressed.current.id, target ?? undefined);
      setTarget(undefined);
    },
    onPointerCancel: () => {
      pressed.current = undefined;
      setTarget(undefined);
    },
    // The click that ends a drag sorts nothing.
    onClickCapture: (event: { stopPropagation: () => void; preventDefault: () => void }) => {
      if (pressed.current?.moved) event.stopPropagation();
      pressed.current = undefined;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!event.altKey || !step) return;
      event.preventDefault();
      if (event.shiftKey) onMove(id, neighbour(columns, id, step));
      else onWidth(id, widthOf(id) + step * keyStep);
    },
  });

  return { edge, header, target };
}

/** The column before which a header would be dropped; null after the last. */
function columnAt(row: HTMLElement | null, x: number): string | null {
  const headers = [...(row?.querySelectorAll<HTMLElement>("[data-header]") ?? [])];
  const next = headers.find((header) => {
    const { left, width } = header.getBoundingClientRect();
    return x < left + width / 2;
  });
  return next?.dataset.header ?? null;
}

/** The column before which one goes that moves a step to the left or right. */
function neighbour(columns: readonly PlacedColumn[], id: string, step: number): string | undefined {
  const at = columns.findIndex((column) => column.id === id);
  return step < 0 ? columns[Math.max(0, at - 1)]?.id : columns[at + 2]?.id;
}
