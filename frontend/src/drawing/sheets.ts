import { barsFlow } from "./bars-flow";
import { figuresFlow, listFlow, textFlow } from "./block-flows";
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
import { hairline, softInk } from "./palette";
import { across, rectangle, write, type Pen } from "./pen";
import type { Block, Page, Report } from "./report";
import { sheetWidth, type Size, type Drawing, type Element, type Sheet } from "./sheet";
import { fitsInto, readableOn, tableFlow } from "./table-flow";
import { timelineFlow } from "./timeline-flow";

const margin = 40;
const width = sheetWidth - 2 * margin;
/** Where blocks stand on a sheet of a size. */
export const areaOf = (size: Size): Area => ({ x: margin, y: 78, w: width, h: size.h - 120 });

/** How large the text may be: the largest with which a page takes the fewest sheets. */
const usual: Density[] = [
  { size: 10.5, lines: 6 },
  { size: 10, lines: 6 },
  { size: 9.5, lines: 6 },
  { size: 9, lines: 6 },
];
/** A one-pager is read on paper; it may be denser, and its tables shorter of words. */
const onePager: Density[] = [
  ...usual,
  { size: 9, lines: 3 },
  { size: 9, lines: 2 },
  { size: 8.5, lines: 2 },
  { size: 8, lines: 2 },
  { size: 8, lines: 1 },
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

function drawPage(pen: Pen, page: Page, frame: Frame, dense: boolean): Sheet[] {
  const laid = (density: Density, beside: boolean) => {
    const placed = paginate(bandsOf(pen, page.blocks, density, beside), areaOf(frame.size), density.size);
    return { placed, size: density.size, sheets: sheetCount(placed) };
  };
  // Where even a one-pager takes several sheets, being dense is no help.
  const whole = dense
    ? onePager.map((density) => laid(density, true)).find(({ sheets }) => sheets === 1)
    : undefined;
  const tries = usual.map((density) => laid(density, false));
  const fewest = Math.min(...tries.map(({ sheets }) => sheets));
  const chosen = whole ?? tries.find(({ sheets }) => sheets === fewest);
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

/** Narrow blocks stand side by side: bars, small tables, and on a one-pager all but what it opens with and the figures. */
function bandsOf(pen: Pen, blocks: Block[], density: Density, dense: boolean): Band[] {
  const half = (width - gap.columns) / 2;
  const bands: Band[] = [];
  let narrow: { half: Flow; whole: Flow }[] = [];
  const close = () => {
    if (narrow.length > 0) bands.push({ narrow });
    narrow = [];
  };
  blocks.forEach((block, at) => {
    const whole = flowOf(pen, block, width, density);
    if (!whole) return;
    const small = block.table && block.table.rows.length > 0 && fitsInto(pen, block.table, half, density);
    const legible = !block.table || readableOn(pen, block.table, half, density);
    const isNarrow = dense ? at > 0 && !block.figures && legible : Boolean(block.bars ?? small);
    const beside = isNarrow ? flowOf(pen, block, half, density) : undefined;
    if (beside) narrow.push({ half: beside, whole });
    else {
      close();
      bands.push({ whole });
    }
  });
  close();
  return bands;
}

/** Lays one block out. A block without anything in it is none. */
function flowOf(pen: Pen, block: Block, wide: number, density: Density): Flow | undefined {
  const { title, figures, text, list, table, bars, timeline } = block;
  if (figures?.items.length) return figuresFlow(pen, title, figures.items, wide, density);
  if (text?.paragraphs.length) return textFlow(pen, title, text.paragraphs, wide, density);
  if (list?.items.length) return listFlow(pen, title, list.items, wide, density);
  if (table) return tableFlow(pen, title, table, wide, density);
  if (bars?.items.length) return barsFlow(pen, title, bars.items, wide, density);
  if (timeline) return timelineFlow(pen, title, timeline, wide, density);
  return undefined;
}
