import type { Fonts } from "./fonts";
import {
  iconBox,
  iconRoom,
  lineHeight,
  type Element,
  type Role,
  type Shape,
  type Side,
  type Weight,
} from "./sheet";
import { ink } from "./palette";
import type { Ref } from "./report";
import type { Words } from "./words";

/** What blocks are drawn with. */
export interface Pen {
  fonts: Fonts;
  words: Words;
  accent: string;
}

export interface Style {
  size: number;
  weight?: Weight;
  colour?: string;
  side?: Side;
  role?: Role;
  most?: number;
  icon?: Shape | undefined;
  cites?: Ref | undefined;
}

/** Writes a text from a corner, into lines of a width, with an icon before it where it has one. */
export function write(pen: Pen, text: string, x: number, y: number, width: number, style: Style): Element[] {
  const {
    size,
    weight = "regular",
    colour = ink,
    side = "start",
    role = "text",
    most = Infinity,
    icon,
    cites,
  } = style;
  const room = icon ? iconRoom(size) : 0;
  const laid = pen.fonts.lay(text, weight, size, width - room, most);
  if (laid.text === "") return [];
  const box = { x: x + room, y, w: width - room, h: laid.lines.length * lineHeight(size) };
  const words: Element = { kind: "text", ...laid, box, size, weight, colour, side, role, cites };
  if (!icon) return [words];
  return [mark(icon, colour, x, y, size), words];
}

/** The icon of a text whose first line begins at a place. */
export function mark(shape: Shape, colour: string, x: number, top: number, size: number): Element {
  const hollow = shape === "ring";
  return {
    kind: "shape",
    shape,
    box: iconBox(x, top, size),
    fill: hollow ? "" : colour,
    line: hollow ? colour : "",
    says: "",
  };
}

export function rectangle(x: number, y: number, w: number, h: number, fill: string, says = ""): Element {
  return { kind: "shape", shape: "rectangle", box: { x, y, w, h }, fill, line: "", says };
}

export function across(x: number, y: number, w: number, colour: string, width = 0.5): Element {
  return { kind: "rule", from: { x, y }, to: { x: x + w, y }, colour, width, dashed: false };
}

export function down(x: number, y: number, h: number, colour: string, width = 0.5, dashed = false): Element {
  return { kind: "rule", from: { x, y }, to: { x, y: y + h }, colour, width, dashed };
}
