import type { Table } from "./report";

/** How many lines the text of a cell has at most, in files and in the window; Markdown has all of it. */
export const usualLines = 6;

/** A table of many rows has few lines in each: it is an overview. */
const overview = { rows: 40, lines: 3 };

/** How many lines the cells of a table have at most where they may have some; a longer text is cut with "…". */
export const linesOf = ({ rows }: Table, most: number) =>
  rows.length > overview.rows ? Math.min(overview.lines, most) : most;
