import type { Density, Flow, Piece } from "./flow";
import { faint, looks, softInk } from "./palette";
import { mark, rectangle, write, type Pen } from "./pen";
import type { Figure, Item, Tone } from "./report";
import { iconRoom, lineHeight, type Element } from "./sheet";

/** Lines longer than this are hard to read. */
const proseWidth = 640;

export function textFlow(
  pen: Pen,
  title: string,
  paragraphs: string[],
  width: number,
  { size }: Density,
): Flow {
  const room = Math.min(width, proseWidth);
  const texts = paragraphs.map(pen.words.label);
  const heights = texts.map(
    (text) => pen.fonts.lay(text, "regular", size, room).lines.length * lineHeight(size) + 4,
  );
  return stack(title, heights, (at, x, top) => write(pen, texts[at] ?? "", x, top, room, { size }));
}

/** A flow of rows that are drawn one by one, each from its corner. */
function stack(
  title: string,
  heights: number[],
  drawRow: (at: number, x: number, top: number) => Element[],
): Flow {
  const draw = ({ x, y, from, to }: Piece) => {
    let top = y;
    return heights.slice(from, to).flatMap((height, i) => {
      const drawn = drawRow(from + i, x, top);
      top += height;
      return drawn;
    });
  };
  return { title, aside: "", head: 0, rows: heights, foot: 0, draw };
}

/** Short lines; two columns of them where there is room. */
export function listFlow(pen: Pen, title: string, items: Item[], width: number, density: Density): Flow {
  const { size } = density;
  const columns = width > 600 && items.length > 3 ? 2 : 1;
  const w = (width - (columns - 1) * 24) / columns;
  const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, at) =>
    items.slice(at * columns, (at + 1) * columns),
  );
  const indent = iconRoom(size) + 2;
  const linesOf = ({ text }: Item) =>
    pen.fonts.lay(text, "regular", size, w - indent, density.lines).lines.length;
  const heights = rows.map((row) => Math.max(...row.map(linesOf)) * lineHeight(size) + 3);
  return stack(title, heights, (at, x, top) =>
    (rows[at] ?? []).flatMap(({ text, tone, ref }, column) => {
      const left = x + column * (w + 24);
      const look = looks[tone];
      return [
        look.icon ? mark(look.icon, look.word, left, top, size) : dot(left, top, size),
        ...write(pen, text, left + indent, top, w - indent, { size, most: density.lines, cites: ref }),
      ];
    }),
  );
}

function dot(x: number, top: number, size: number): Element {
  const side = 3;
  const box = { x: x + 2, y: top + (lineHeight(size) - side) / 2, w: side, h: side };
  return { kind: "shape", shape: "circle", box, fill: softInk, line: "", says: "" };
}

/** Tiles with a number, what it is of, and how it differs from the last report: no title has to say what they are. */
export function figuresFlow(pen: Pen, items: Figure[], width: number, { size }: Density): Flow {
  const space = 6;
  const inRow = Math.max(1, Math.floor((width + space) / (size * 7 + space)));
  const perRow = Math.ceil(items.length / Math.ceil(items.length / inRow));
  const w = Math.min((width - (perRow - 1) * space) / perRow, 150);
  const pad = 5;
  const small = size * 0.85;
  const labelOf = (item: Figure) =>
    pen.fonts.lay(
      pen.words.label(item.label),
      "regular",
      small,
      w - 2 * pad - iconSpace(item.tone, small),
      3,
    );
  const rows = Array.from({ length: Math.ceil(items.length / perRow) }, (_, at) =>
    items.slice(at * perRow, (at + 1) * perRow),
  );
  const big = size * 1.9;
  const heights = rows.map(
    (row) =>
      pad +
      lineHeight(big) +
      Math.max(...row.map((item) => labelOf(item).lines.length)) * lineHeight(small) +
      pad +
      space,
  );
  const tile = (item: Figure, x: number, y: number, h: number): Element[] => {
    const look = looks[item.tone];
    const none = item.value === "0" || item.value === "";
    const value = pen.words.value(item.kind, item.value, item.unit);
    const delta = item.delta && pen.words.value("delta", item.delta, item.unit);
    const deltaWidth = delta ? pen.fonts.width(delta, "bold", small) + 4 : 0;
    const room = w - 2 * pad - deltaWidth;
    const fits = Math.min(big, (big * room) / (pen.fonts.width(value, "bold", big) * 1.04));
    const valueSize = Math.max(fits, small);
    const base = y + pad + lineHeight(big);
    return [
      rectangle(x, y, w, h - space, faint),
      ...write(pen, value, x + pad, base - lineHeight(valueSize) - (big - valueSize) * 0.2, room + 4, {
        size: valueSize,
        weight: "bold",
        most: 1,
        colour: none ? softInk : look.word,
      }),
      ...(delta
        ? write(pen, delta, x + w - pad - deltaWidth, base - lineHeight(small) - big * 0.16, deltaWidth, {
            size: small,
            weight: "bold",
            side: "end",
            most: 1,
            colour: item.delta_tone === "neutral" ? softInk : looks[item.delta_tone].word,
          })
        : []),
      ...write(pen, pen.words.label(item.label), x + pad, base, w - 2 * pad, {
        size: small,
        colour: look.icon && !none ? look.word : softInk,
        most: 3,
        icon: look.icon,
      }),
    ];
  };
  return stack("", heights, (at, x, top) =>
    (rows[at] ?? []).flatMap((item, column) => tile(item, x + column * (w + space), top, heights[at] ?? 0)),
  );
}

const iconSpace = (tone: Tone, size: number) => (looks[tone].icon ? iconRoom(size) : 0);
