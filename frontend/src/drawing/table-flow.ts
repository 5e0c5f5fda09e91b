import { linesOf } from "./cell-lines";
import type { Density, Flow } from "./flow";
import { ink, looks, softInk } from "./palette";
import { write, type Pen } from "./pen";
import type { Cell, Column, Table } from "./report";
import { cellPadding, iconRoom, lineHeight, type TableCell, type TableElement, type TableRow } from "./sheet";

/** A cell before it is laid out. */
interface Content {
  text: string;
  icon: TableCell["icon"];
  iconColour: string;
  colour: string;
  cites: TableCell["cites"];
}

/** The room beside the widest word, so that a font which is a little wider breaks nothing. */
const slack = 4;

/** Lays a table out. The columns whose cells are never broken get what they need, the others share the rest by weight. */
export function tableFlow(pen: Pen, title: string, table: Table, width: number, density: Density): Flow {
  const { size } = density;
  const linesMost = linesOf(table, density.lines);
  // What is left out stands beside the title, and below where there is none; why a table is empty stands instead of it.
  const below = title === "" && table.note ? lineHeight(size) + 8 : 0;
  const note = (y: number, x: number) =>
    write(pen, pen.words.label(table.note), x, y, width, { size, colour: softInk, most: 1 });
  if (table.rows.length === 0) {
    const height = lineHeight(size) + 4;
    return { title, aside: "", head: 0, rows: [height], foot: 0, draw: ({ x, y }) => note(y, x) };
  }
  const contents = table.rows.map(({ cells }) =>
    table.columns.map((column, at) => content(pen, column, cells[at])),
  );
  const widths = columnWidths(pen, table.columns, contents, width, size);
  const layRow = (cells: Content[], header: boolean): TableRow => {
    const laid = cells.map((cell, at): TableCell => {
      const weight = header ? "bold" : "regular";
      const room = (widths[at] ?? 0) - 2 * cellPadding.x - (cell.icon ? iconRoom(size) : 0);
      const most = header ? 2 : linesMost;
      const side = table.columns[at]?.align ?? "start";
      return {
        ...pen.fonts.lay(cell.text, weight, size, room, most),
        icon: cell.icon,
        iconColour: cell.iconColour,
        colour: cell.colour,
        weight,
        side,
        cites: cell.cites,
      };
    });
    const lines = Math.max(...laid.map((cell) => cell.lines.length));
    return { height: lines * lineHeight(size) + 2 * cellPadding.y, cells: laid };
  };
  const header = layRow(
    table.columns.map(({ label }) => ({
      text: pen.words.label(label),
      icon: undefined,
      iconColour: "",
      colour: softInk,
      cites: undefined,
    })),
    true,
  );
  const rows = contents.map((cells) => layRow(cells, false));
  return {
    title,
    aside: title && pen.words.label(table.note),
    head: header.height,
    rows: rows.map(({ height }) => height),
    foot: below,
    draw: ({ x, y, from, to }) => {
      const element: TableElement = {
        kind: "table",
        x,
        y,
        widths,
        rows: [header, ...rows.slice(from, to)],
        size,
      };
      const height = element.rows.reduce((sum, row) => sum + row.height, 0);
      return [element, ...(below && to === rows.length ? note(y + height + 4, x) : [])];
    },
  };
}

function content(pen: Pen, column: Column, cell: Cell | undefined): Content {
  const said = cell?.text ?? "";
  const text = pen.words.value(column.kind, said, said && column.unit);
  if (column.kind !== "text" && said === "") {
    const { word, icon } = looks.unreported;
    return {
      text,
      icon: column.kind === "status" ? icon : undefined,
      iconColour: word,
      colour: word,
      cites: cell?.ref,
    };
  }
  const look = looks[cell?.tone ?? "neutral"];
  // A sign or a place in a row of numbers says what the colour does; there is no room for an icon there.
  const icon = column.align === "end" || cell?.tone === "unreported" ? undefined : look.icon;
  // A sentence stays in the colour of text; its icon says what it means.
  const colour = column.kind === "text" && icon ? ink : look.word;
  return { text, icon, iconColour: look.word, colour, cites: cell?.ref };
}

/** The kind of cells that are broken into lines. */
const broken: Column["kind"] = "text";

function columnWidths(pen: Pen, columns: Column[], rows: Content[][], width: number, size: number): number[] {
  const cells = columns.map((_, at) => rows.flatMap((row) => row[at] ?? []));
  const needs = columns.map((column, at) => widest(pen, column, cells[at] ?? [], size));
  const least = columns.map((column, at) =>
    column.kind === broken
      ? Math.min(needs[at] ?? 0, longestWord(pen, column, cells[at] ?? [], size))
      : (needs[at] ?? 0),
  );
  const rest = width - least.reduce((sum, one) => sum + one, 0);
  const weights = columns.map((column) => (column.kind === broken ? column.weight : 0));
  if (rest <= 0) return least.map((one) => (one * width) / (width - rest));
  const most = needs.map((need, at) => need - (least[at] ?? 0));
  const shares = share(rest, weights, most);
  return least.map((one, at) => one + (shares[at] ?? 0));
}

/** Shares a width by weights. A column that needs less than its share leaves the rest to the others. */
function share(width: number, weights: number[], needs: number[]): number[] {
  const shares = weights.map(() => 0);
  let open = weights.map((weight, at) => ({ weight, at })).filter(({ weight }) => weight > 0);
  let left = width;
  for (;;) {
    const sum = open.reduce((total, { weight }) => total + weight, 0);
    const ofSum = (weight: number) => (left * weight) / sum;
    const small = open.filter(({ weight, at }) => (needs[at] ?? 0) < ofSum(weight));
    if (small.length === 0 || small.length === open.length) {
      for (const { weight, at } of open) shares[at] = ofSum(weight);
      return shares;
    }
    const settled = new Set(small.map(({ at }) => at));
    for (const at of settled) shares[at] = needs[at] ?? 0;
    left = width - shares.reduce((total, one) => total + one, 0);
    open = open.filter(({ at }) => !settled.has(at));
  }
}

/** Whether all cells of a table stand in one line on a width. */
export function fitsInto(pen: Pen, table: Table, width: number, { size }: Density): boolean {
  const needed = table.columns.map((column, at) => widest(pen, column, cellsOf(pen, table, at), size));
  return needed.reduce((sum, one) => sum + one, 0) <= width;
}

/** A column of sentences is readable from this width on, in sizes of the text, and where they take few lines. */
const readable = { width: 8, lines: 4 };

/** Whether a table can be read on a width: its words are not cut, and sentences have room. */
export function readableOn(pen: Pen, table: Table, width: number, { size }: Density): boolean {
  const needed = table.columns.map((column, at) => {
    const cells = cellsOf(pen, table, at);
    const whole = widest(pen, column, cells, size);
    return column.kind === broken
      ? Math.min(
          whole,
          Math.max(longestWord(pen, column, cells, size), readable.width * size, whole / readable.lines),
        )
      : whole;
  });
  return needed.reduce((sum, one) => sum + one, 0) <= width;
}

const cellsOf = (pen: Pen, table: Table, at: number): Content[] =>
  table.rows.flatMap(({ cells }) => {
    const column = table.columns[at];
    return column ? [content(pen, column, cells[at])] : [];
  });

const roomOf = (pen: Pen, text: string, icon: TableCell["icon"], size: number) =>
  pen.fonts.width(text, "regular", size) + (icon ? iconRoom(size) : 0);

/** The width of a column in which nothing is broken but its label. */
function widest(pen: Pen, column: Column, cells: Content[], size: number): number {
  const header = labelWidth(pen, column, size);
  return (
    cells.reduce((most, { text, icon }) => Math.max(most, roomOf(pen, text, icon, size)), header) +
    2 * cellPadding.x +
    slack
  );
}

/** The width of a column in which no word is cut. */
function longestWord(pen: Pen, column: Column, cells: Content[], size: number): number {
  const words = cells.flatMap(({ text, icon }) =>
    text.split(" ").map((word) => roomOf(pen, word, icon, size)),
  );
  const longest = words.reduce((most, word) => Math.max(most, word), labelWidth(pen, column, size));
  return Math.min(longest, mostOfWord * size) + 2 * cellPadding.x + slack;
}

/** Longer words than this, in sizes of the text, may be cut. */
const mostOfWord = 12;

const labelWidth = (pen: Pen, column: Column, size: number) =>
  Math.max(
    ...pen.words
      .label(column.label)
      .split(" ")
      .map((word) => pen.fonts.width(word, "bold", size)),
  );
