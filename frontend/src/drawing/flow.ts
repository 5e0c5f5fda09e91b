import type { Element } from "./sheet";

/** How large the text is, and how many lines a cell has at most: a longer text is cut with "…". */
export interface Density {
  size: number;
  lines: number;
}

/** A part of a flow that stands on a sheet: the rows from one to before another. */
export interface Piece {
  x: number;
  y: number;
  w: number;
  from: number;
  to: number;
}

/**
 * A block that is laid out for a width: rows that follow each other, with a head that is repeated above them on each sheet
 * and a foot below the last. Sheets break between rows only.
 */
export interface Flow {
  title: string;
  /** What stands beside the title, such as what is left out; "" for nothing. */
  aside: string;
  head: number;
  rows: number[];
  foot: number;
  draw: (piece: Piece) => Element[];
}

export const titleHeight = (size: number) => size * 1.8;

/** The height of rows with the head above them, and the foot below the last. */
export function heightOf(flow: Flow, size: number, from = 0, to = flow.rows.length): number {
  const rows = flow.rows.slice(from, to).reduce((sum, height) => sum + height, 0);
  return (flow.title ? titleHeight(size) : 0) + flow.head + rows + (to === flow.rows.length ? flow.foot : 0);
}

/** A flow at its place: a sheet of its page, and the corner of its title there. */
export interface Placed extends Piece {
  flow: Flow;
  sheet: number;
}

/** What flows are laid out in: one of the whole width, or narrow ones that stand side by side where a sheet has room. */
export type Band = { whole: Flow } | { narrow: { half: Flow; whole: Flow }[] };

/** Where flows may stand. */
export interface Area {
  x: number;
  y: number;
  w: number;
  h: number;
}

export const gap = { blocks: 10, columns: 24 };

/** Lays bands out, one below the other, on as many sheets as they take. */
export function paginate(bands: Band[], area: Area, size: number): Placed[] {
  const placed: Placed[] = [];
  let sheet = 0;
  let y = area.y;
  const bottom = area.y + area.h;
  const next = () => {
    sheet += 1;
    y = area.y;
  };

  const whole = (flow: Flow) => {
    const all = heightOf(flow, size);
    if (y > area.y && y + all > bottom && (all <= area.h / 2 || y + startOf(flow, size) > bottom)) next();
    for (let from = 0; ;) {
      const to = fitting(flow, size, from, bottom - y);
      if (to === from && y > area.y) {
        next();
        continue;
      }
      // A row taller than a sheet stands alone: nothing is left out.
      const end = Math.max(to, Math.min(from + 1, flow.rows.length));
      placed.push({ flow, sheet, x: area.x, y, w: area.w, from, to: end });
      y += heightOf(flow, size, from, end) + gap.blocks;
      if (end >= flow.rows.length) return;
      from = end;
      next();
    }
  };

  const pair = (flows: Flow[]) => {
    const { left, right } = balance(flows, size);
    const height = Math.max(columnHeight(left, size), columnHeight(right, size));
    if (y > area.y && y + height > bottom) next();
    const w = (area.w - gap.columns) / 2;
    const columns = [
      { x: area.x, flows: left },
      { x: area.x + w + gap.columns, flows: right },
    ];
    for (const column of columns) {
      let at = y;
      for (const flow of column.flows) {
        placed.push({ flow, sheet, x: column.x, y: at, w, from: 0, to: flow.rows.length });
        at += heightOf(flow, size) + gap.blocks;
      }
    }
    y += height + gap.blocks;
  };

  for (const band of bands) {
    if ("whole" in band) {
      whole(band.whole);
      continue;
    }
    for (let rest = band.narrow; rest.length > 0;) {
      const here = together(rest, bottom - y, size);
      const count = here > 1 ? here : together(rest, area.h, size);
      const [first] = rest;
      if (count > 1) pair(rest.slice(0, count).map(({ half }) => half));
      else if (first) whole(first.whole);
      rest = rest.slice(Math.max(1, count));
    }
  }
  return placed;
}

/** What of a flow has to stand together where it begins. */
const startOf = (flow: Flow, size: number) => heightOf(flow, size, 0, Math.min(3, flow.rows.length));

/** The end of the rows that fit into a height. The foot stays with the last row. */
function fitting(flow: Flow, size: number, from: number, height: number): number {
  let to = flow.rows.length;
  while (to > from && heightOf(flow, size, from, to) > height) to -= 1;
  return to;
}

/** How many of the first flows fit side by side on a sheet. */
function together(flows: { half: Flow }[], height: number, size: number): number {
  let count = flows.length;
  const tall = (n: number) => {
    const { left, right } = balance(
      flows.slice(0, n).map(({ half }) => half),
      size,
    );
    return Math.max(columnHeight(left, size), columnHeight(right, size));
  };
  while (count > 0 && (count > 1 ? tall(count) : Infinity) > height) count -= 1;
  return count;
}

export function columnHeight(flows: Flow[], size: number): number {
  return (
    flows.reduce((sum, flow) => sum + heightOf(flow, size), 0) + gap.blocks * Math.max(0, flows.length - 1)
  );
}

/** Cuts flows into two columns of heights as equal as their order allows. */
export function balance(flows: Flow[], size: number): { left: Flow[]; right: Flow[] } {
  const cuts = flows.map((_, at) => ({ left: flows.slice(0, at + 1), right: flows.slice(at + 1) }));
  const height = (cut: { left: Flow[]; right: Flow[] }) =>
    Math.max(columnHeight(cut.left, size), columnHeight(cut.right, size));
  return cuts.reduce((best, cut) => (height(cut) < height(best) ? cut : best), { left: flows, right: [] });
}
