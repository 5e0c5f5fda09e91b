import type { ReactNode } from "react";

/** How typing into a cell begins an edit: with any character, with a digit, or not at all, only by F2 or Enter. */
export type CellTyping = "text" | "figures" | "none";

/** An edit of one cell that goes on. */
export interface CellEdit {
  /** The key of the row. */
  row: string;
  column: string;
  /** What was typed over the cell; undefined where the edit begins with what the cell holds. */
  typed: string | undefined;
}

/** Where the keyboard goes when an edit ends; "away" is where it has gone by itself. */
export type CellExit = "stay" | "right" | "left" | "away";

/** The rows and columns of a rectangle of cells, from its first to its last. */
export interface CellBlock<T> {
  rows: T[];
  columns: string[];
}

/** What makes the cells of a grid places of their own, which can be edited, copied and pasted into. */
export interface GridCells<T> {
  /** How a cell is edited; undefined where it is not. */
  edits: (column: string) => CellTyping | undefined;
  /** The field that stands in a cell while it is edited. */
  editor: (row: T, edit: CellEdit, leave: (exit: CellExit) => void) => ReactNode;
  /** What the clipboard gets of a rectangle of cells, or of a whole line where it is undefined; `all` is what there is. */
  copy: (block: CellBlock<T> | undefined, line: T | undefined, all: CellBlock<T>) => string;
  /** Takes a text from the clipboard; `below` holds all rows and columns from the first cell of the block on. */
  paste: (text: string, block: CellBlock<T>, below: CellBlock<T>) => void;
}

/** The rows of a grid that are selected. What does not name rows need not know of which kind they are. */
export interface GridSelection<T = never> {
  has: (key: string) => boolean;
  /** How many are selected, in the list or beyond it. */
  count: number;
  /** The accessible names of the boxes. */
  words: { all: string; row: (row: T) => string };
  toggle: (key: string) => void;
  /** Selects rows besides those that are selected. */
  add: (keys: string[]) => void;
  all: () => void;
  clear: () => void;
}

/** A group of rows under a heading that opens and closes it. */
export interface GridSection {
  key: string;
  title: string;
  open: boolean;
  /** How many of the rows of the grid belong to it; they follow those of the section before. */
  rows: number;
  /** What is said of the rows, beside the title. */
  summary: ReactNode;
}

/** A line of a grid: a row by its number among the rows, or the heading of a section. */
export type GridItem =
  { key: string; row: number; section?: undefined } | { key: string; row?: undefined; section: GridSection };

/** The lines of a grid from top to bottom: rows alone, or under the headings of their sections. */
export function gridItems(keys: readonly string[], sections: readonly GridSection[] | undefined): GridItem[] {
  if (!sections) return keys.map((key, row) => ({ key, row }));
  let from = 0;
  return sections.flatMap((section) => {
    const rows = keys.slice(from, from + section.rows).map((key, i) => ({ key, row: from + i }));
    from += section.rows;
    return [{ key: section.key, section }, ...rows];
  });
}
