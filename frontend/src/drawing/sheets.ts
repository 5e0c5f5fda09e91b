import { barsFlow } from "./bars-flow";
import { figuresFlow, listFlow, textFlow } from "./block-flows";
import { usualLines } from "./cell-lines";
import {
  gap,
  paginate,
  titleHeight,
  type Area,
  type Band,
  type Density,
  type Flow,
  type Placed,
} from "./flow";
import { logoRatio, type House } from "./house";
import { cutToFit, onePager } from "./one-pager";
import { hairline, softInk } from "./palette";
import { across, rectangle, write, type Pen } from "./pen";
import type { Block, Page, Report } from "./report";
import { sheetWidth, type Size, type Drawing, type Element, type Sheet } from "./sheet";
import { fitsInto, readableOn, tableFlow } from "./table-flow";
import { timelineFlow } from "./timeline-flow";

const margin = 40;
const width = sheetWidth - 2 * margin;
/** Where blocks stand on a sheet of a size. */
export const areaOf = (size: Size): Area => ({ x: margin, y: 68, w: width, h: size.h - 108 });

/** How large the text may be: the largest with which a page takes the fewest sheets. */
const usual: Density[] = [
  { size: 10.5, lines: usualLines },
  { size: 10, lines: usualLines },
  { size: 9.5, lines: usualLines },
  { size: 9, lines: usualLines },
];
/** What stands around the blocks of a page. */
export interface Frame {
  title: string;
  scope: string;
  day: string;
  house: House;
  size: Size;
}

/** Draws a report: each of its pages on as many sheets of a size as it takes. */
export function drawReport(pen: Pen, report: Report, house: House, size: Size): Drawing {
  const { words } = pen;
  const frame: Frame = {
    title: words.label(report.title),
    scope: words.label(report.scope),
    day: report.as_of,
    house,
    size,
  };
  const sheets = report.pages.flatMap((page) => drawPage(pen, page, frame, report.kind === "executive"));
  return finish(pen, sheets, frame);
}

/** Numbers the sheets. */
export function finish(pen: Pen, sheets: Sheet[], frame: Frame): Drawing {
  const numbered = sheets.map((sheet, at) => ({
    ...sheet,
    elements: [...sheet.elements, ...footer(pen, frame, at + 1, sheets.length)],
  }));
  const { words, accent } = pen;
  const title = [frame.title, frame.scope].filter(Boolean).join(" · ");
  return {
    title,
    author: frame.house.name,
    language: words.language,
    day: frame.day,
    accent,
    size: frame.size,
    sheets: numbered,
  };
}

interface Laid {
  placed: Placed[];
  size: number;
  sheets: number;
}

function drawPage(pen: Pen, page: Page, frame: Frame, onOne: boolean): Sheet[] {
  const area = areaOf(frame.size);
  const lay = (bands: Band[], { size }: Density): Laid => {
    const placed = paginate(bands, area, size);
    return { placed, size, sheets: sheetCount(placed) };
  };
  const layOnOne = (blocks: Block[], density: Density) => {
    const laid = lay(columnsOf(pen, blocks, density), density);
    return laid.sheets === 1 ? laid : undefined;
  };
  const first = <T, U>(of: T[], find: (one: T) => U | undefined): U | undefined => {
    for (const one of of) {
      const found = find(one);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const whole = onOne
    ? (first(onePager, (density) => layOnOne(page.blocks, density)) ?? cutToFit(page.blocks, layOnOne))
    : undefined;
  const tries = whole ? [whole] : usual.map((density) => lay(bandsOf(pen, page.blocks, density), density));
  const fewest = Math.min(...tries.map(({ sheets }) => sheets));
  const chosen = tries.find(({ sheets }) => sheets === fewest);
  return chosen ? sheetsOf(pen, page.title, chosen.placed, chosen.size, frame) : [];
}

const sheetCount = (placed: Placed[]) => Math.max(0, ...placed.map(({ sheet }) => sheet)) + 1;

/** Lays out placed flows on the sheets that they are on. */
export function sheetsOf(pen: Pen, title: string, placed: Placed[], size: number, frame: Frame): Sheet[] {
  const count = sheetCount(placed);
  return Array.from({ length: count }, (_, at): Sheet => {
    const name = [pen.words.label(title), count > 1 ? pen.words.part(at + 1, count) : ""]
      .filter(Boolean)
      .join(" ");
    const pieces = placed.filter(({ sheet }) => sheet === at);
    return {
      title: name,
      elements: [
        ...header(pen, name, frame),
        ...pieces.flatMap((piece) => pieceOf(pen, piece, placed, size)),
      ],
    };
  });
}

/** One sheet with all that is placed, as a picture: it has no number. */
export function headed(pen: Pen, frame: Frame, placed: Placed[], size: number): Element[] {
  const pieces = placed.flatMap((piece) => pieceOf(pen, piece, placed, size));
  return [...header(pen, frame.title, frame), ...pieces, ...footer(pen, frame, 1, 1)];
}

/** A piece of a flow with its title, which says which part it is where there are several. */
function pieceOf(pen: Pen, piece: Placed, all: Placed[], size: number): Element[] {
  const { flow, x, y, w } = piece;
  if (!flow.title) return flow.draw(piece);
  const parts = all.filter((other) => other.flow === flow);
  const part = parts.length > 1 ? ` ${pen.words.part(parts.indexOf(piece) + 1, parts.length)}` : "";
  const aside = flow.aside ? pen.fonts.width(flow.aside, "regular", size * 0.95) + 12 : 0;
  const heading = { size: size * 1.15, weight: "bold", role: "heading", most: 1 } as const;
  return [
    ...write(pen, pen.words.label(flow.title) + part, x, y, w - aside, heading),
    ...write(pen, flow.aside, x + w - aside, y + size * 0.2, aside, {
      size: size * 0.95,
      colour: softInk,
      side: "end",
      most: 1,
    }),
    ...flow.draw({ ...piece, y: y + titleHeight(size) }),
  ];
}

function header(pen: Pen, title: string, frame: Frame): Element[] {
  const logo = logoOf(frame.house);
  const room = width - (logo ? logo.box.w + gap.columns : 0);
  const above = [frame.title, frame.scope].filter((text) => text !== "" && text !== title).join(" · ");
  return [
    rectangle(0, 0, sheetWidth, 5, pen.accent),
    ...write(pen, above, margin, 22, room, { size: 10, colour: softInk, most: 1, role: "decoration" }),
    ...write(pen, title, margin, 37, room, { size: 20, weight: "bold", most: 1, role: "title" }),
    ...(logo ? [logo] : []),
  ];
}

function logoOf(house: House): (Element & { kind: "picture" }) | undefined {
  const ratio = logoRatio(house.logo);
  if (!ratio) return undefined;
  const h = Math.min(36, 150 / ratio);
  const w = h * ratio;
  return {
    kind: "picture",
    box: { x: sheetWidth - margin - w, y: 24, w, h },
    data: house.logo,
    says: house.name,
  };
}

function footer(pen: Pen, frame: Frame, page: number, of: number): Element[] {
  const y = frame.size.h - 28;
  const style = { size: 9, colour: softInk, most: 1, role: "decoration" } as const;
  const left = [frame.house.name, pen.words.asOf(frame.day)].filter(Boolean).join(" · ");
  return [
    across(margin, y - 6, width, hairline),
    ...write(pen, left, margin, y, width - 100, style),
    ...write(pen, pen.words.page(page, of), sheetWidth - margin - 100, y, 100, { ...style, side: "end" }),
  ];
}

const half = (width - gap.columns) / 2;

/** A block at both widths that it may have. Without anything in it, it is none. */
function bothWidths(pen: Pen, block: Block, density: Density): { half: Flow; whole: Flow } | undefined {
  const [narrow, whole] = [half, width].map((wide) => flowOf(pen, block, wide, density));
  return narrow && whole && { half: narrow, whole };
}

/** Narrow blocks stand side by side where they follow each other: bars, and tables whose cells need one line. */
function bandsOf(pen: Pen, blocks: Block[], density: Density): Band[] {
  const bands: Band[] = [];
  let open: { half: Flow; whole: Flow }[] | undefined;
  for (const block of blocks) {
    const flows = bothWidths(pen, block, density);
    if (!flows) continue;
    const { bars, table } = block;
    if (bars ?? (table && table.rows.length > 0 && fitsInto(pen, table, half, density))) {
      if (!open) bands.push({ narrow: (open = []) });
      open.push(flows);
    } else {
      open = undefined;
      bands.push({ whole: flows.whole });
    }
  }
  return bands;
}

/**
 * On a one-pager all blocks stand in two columns, but for tables that need the whole width, which follow below: what has twice
 * the width has half the lines.
 */
function columnsOf(pen: Pen, blocks: Block[], density: Density): Band[] {
  const narrow: { half: Flow; whole: Flow }[] = [];
  const below: Band[] = [];
  for (const block of blocks) {
    const flows = bothWidths(pen, block, density);
    if (!flows) continue;
    if (!block.table || readableOn(pen, block.table, half, density)) narrow.push(flows);
    else {
      const whole = flowOf(pen, block, width, { ...density, lines: Math.ceil(density.lines / 2) });
      if (whole) below.push({ whole });
    }
  }
  return [{ narrow }, ...below];
}

/** Lays one block out. A block without anything in it is none. */
function flowOf(pen: Pen, block: Block, wide: number, density: Density): Flow | undefined {
  const { title, figures, text, list, table, bars, timeline } = block;
  if (figures?.items.length) return figuresFlow(pen, figures.items, wide, density);
  if (text?.paragraphs.length) return textFlow(pen, title, text.paragraphs, wide, density);
  if (list?.items.length) return listFlow(pen, title, list.items, wide, density);
  if (table) return tableFlow(pen, title, table, wide, density);
  if (bars?.items.length) return barsFlow(pen, title, bars.items, wide, density);
  if (timeline) return timelineFlow(pen, title, timeline, wide, density);
  return undefined;
}
