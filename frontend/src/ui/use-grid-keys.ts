import type { KeyboardEvent } from "react";
import { hasCommandKey, takesText } from "../lib/platform";
import { isPressed, keyOf } from "../lib/shortcuts";
import type { CellTyping, GridItem, GridSelection } from "./grid-cells";
import type { useGridPlace } from "./use-grid-place";

interface GridKeys {
  place: ReturnType<typeof useGridPlace>;
  items: readonly GridItem[];
  columns: number;
  pageSize: number;
  /** Opens a line: its page, or its section. */
  onOpen: ((line: number) => void) | undefined;
  onSection: ((key: string, open: boolean) => void) | undefined;
  selection: GridSelection | undefined;
  /** How the current cell is edited; undefined where cells are no places of their own, or this one is fixed. */
  typing: CellTyping | undefined;
  /** Whether the keyboard goes to the cells, and not only to what is in them. */
  toCells: boolean;
  onEdit: (typed: string | undefined) => void;
  onClear: () => void;
  /** What the page does with a key; true where it took it. */
  onKey: ((event: KeyboardEvent) => boolean) | undefined;
}

/**
 * Moves through a grid. On a line: arrows or J and K by one, Page keys by a screen, Home and End to the ends, Enter
 * opens, Right goes into it. In a cell the arrows move by cells, Home and End to the ends of the row and with the command
 * key to those of the grid, Shift extends the range, F2, Enter or typing edits, Delete empties. X or Space selects.
 */
export function useGridKeys(grid: GridKeys) {
  return (event: KeyboardEvent) => {
    if (takesText(event.target) || event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const inHeader = target?.closest("[role=columnheader]") != null;
    const taken = inHeader ? fromHeader(grid, event) : inBody(grid, event, target);
    if (taken) event.preventDefault();
  };
}

function fromHeader(grid: GridKeys, event: KeyboardEvent): boolean {
  if (event.key !== "ArrowDown") return moveByLines({ ...grid, toCells: false }, event);
  if (event.altKey || event.shiftKey) return false;
  grid.place.go(grid.place.line, -1);
  return true;
}

function inBody(grid: GridKeys, event: KeyboardEvent, target: HTMLElement | undefined): boolean {
  const inCell = grid.place.column >= 0;
  return (
    edit(grid, event, target) ||
    (grid.onKey?.(event) ?? false) ||
    select(grid, event) ||
    section(grid, event) ||
    (inCell ? moveInCells(grid, event) : moveByLines(grid, event)) ||
    (!grid.toCells && target !== undefined && stepWithin(target, event)) ||
    open(grid, event, target)
  );
}

/** Begins an edit, or empties cells. */
function edit(
  { typing, onEdit, onClear }: GridKeys,
  event: KeyboardEvent,
  target: HTMLElement | undefined,
): boolean {
  if (typing === undefined) return false;
  const onControl = target?.closest("a, button") != null;
  if (isPressed("editCell", event) || (isPressed("openRow", event) && !onControl)) onEdit(undefined);
  else if (event.key === "Delete" || event.key === "Backspace") onClear();
  else if (isTyped(event) && (typing === "text" || (typing === "figures" && /\d/.test(event.key))))
    onEdit(event.key);
  else return false;
  return true;
}

/** Whether a key puts a character; Space is left to the selection. */
function isTyped(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function select({ selection, items, place }: GridKeys, event: KeyboardEvent): boolean {
  if (!selection) return false;
  const command = hasCommandKey(event);
  const row = items[place.line]?.row === undefined ? undefined : place.key;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const toggles = isPressed("select", event) || isPressed("peek", event);
  if (isPressed("selectAll", event)) selection.all();
  else if (command || event.altKey) return false;
  else if (toggles && row !== undefined) selection.toggle(row);
  else if (event.shiftKey && step && place.column < 0) {
    const next = items[place.line + step];
    if (next === undefined) return true;
    selection.add([place.key, next.key].filter((key) => items[place.lineOf(key) ?? -1]?.row !== undefined));
    place.go(place.line + step, -1);
  } else return false;
  return true;
}

/** Opens and closes a section by Enter, Space and the arrows. */
function section({ items, place, onSection }: GridKeys, event: KeyboardEvent): boolean {
  const current = items[place.line]?.section;
  if (!current) return false;
  const wanted = { ArrowRight: true, ArrowLeft: false, Enter: !current.open, " ": !current.open }[event.key];
  if (wanted === undefined) return false;
  if (wanted !== current.open) onSection?.(current.key, wanted);
  return true;
}

function moveByLines({ place, items, pageSize, toCells }: GridKeys, event: KeyboardEvent): boolean {
  const targets = {
    down: place.line + 1,
    up: place.line - 1,
    screenDown: place.line + pageSize,
    screenUp: place.line - pageSize,
    first: 0,
    last: items.length - 1,
  };
  const pressed = (Object.keys(targets) as (keyof typeof targets)[]).find((name) => isPressed(name, event));
  if (pressed) place.go(targets[pressed], -1);
  else if (toCells && isPressed("intoRow", event)) place.go(place.line, 0);
  else return false;
  return true;
}

function moveInCells({ place, items, columns, pageSize }: GridKeys, event: KeyboardEvent): boolean {
  const { line, column } = place;
  const command = hasCommandKey(event);
  const targets: Record<string, [line: number, column: number]> = command
    ? { Home: [0, 0], End: [items.length - 1, columns - 1] }
    : {
        ArrowDown: [line + 1, column],
        ArrowUp: [line - 1, column],
        PageDown: [line + pageSize, column],
        PageUp: [line - pageSize, column],
        ArrowRight: [line, Math.min(column + 1, columns - 1)],
        ArrowLeft: [line, event.shiftKey ? Math.max(0, column - 1) : column - 1],
        Home: [line, 0],
        End: [line, columns - 1],
        ...(!event.shiftKey && { j: [line + 1, column], k: [line - 1, column] }),
      };
  const target = targets[keyOf(event)];
  if (!target || event.altKey) return false;
  place.go(...target, event.shiftKey);
  return true;
}

function open({ onOpen, place }: GridKeys, event: KeyboardEvent, target: HTMLElement | undefined): boolean {
  if (!onOpen || !isPressed("openRow", event)) return false;
  const control = target?.closest<HTMLElement>("a, button");
  if (control) return false;
  const inside = place.column < 0 ? undefined : target?.querySelector<HTMLElement>("a, button");
  if (inside) inside.click();
  else onOpen(place.line);
  return true;
}

/** Moves the focus between a line and the links and buttons in it. */
function stepWithin(from: HTMLElement, event: KeyboardEvent): boolean {
  const step = isPressed("intoRow", event) ? 1 : isPressed("outOfRow", event) ? -1 : 0;
  const row = from.closest<HTMLElement>("[role=row]");
  if (step === 0 || !row) return false;
  const stops = [row, ...row.querySelectorAll<HTMLElement>("a, button")];
  stops[Math.max(0, stops.indexOf(from) + step)]?.focus({ preventScroll: true });
  return true;
}
