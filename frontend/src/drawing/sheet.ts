/**
 * What is drawn, before anything says into which kind of file: sheets of elements at places. All measures are points; the
 * origin is the upper left corner. Painters (pptx.ts, pdf.ts, svg.ts) know nothing of reports.
 */

import type { Ref } from "./report";

export interface Size {
  w: number;
  h: number;
}

/** All sheets are as wide as slides are. */
export const sheetWidth = 960;

/** A slide of 16:9, and a page of A4, which is printed at 88 % of this. */
export const slide: Size = { w: sheetWidth, h: 540 };
export const a4: Size = { w: sheetWidth, h: (sheetWidth * 210) / 297 };

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export type Side = "start" | "end" | "centre";
export type Weight = "regular" | "bold";

/** A text that is laid out: the lines hold the same words as the text, which may have been cut to fit. */
export interface Laid {
  text: string;
  lines: string[];
}

/** What a text is to somebody who does not see the sheet. Decoration is what repeats on each sheet. */
export type Role = "title" | "heading" | "text" | "decoration";

export interface TextElement extends Laid {
  kind: "text";
  box: Box;
  size: number;
  weight: Weight;
  colour: string;
  side: Side;
  role: Role;
  /** The record that it is about; a window leads there. */
  cites?: Ref | undefined;
}

export type Shape = "rectangle" | "diamond" | "circle" | "triangle" | "square" | "ring" | "check";

export interface ShapeElement {
  kind: "shape";
  shape: Shape;
  box: Box;
  /** Colours as "#rrggbb"; an empty one is not drawn. */
  fill: string;
  line: string;
  /** What it shows, in words; "" for decoration. */
  says: string;
}

export interface RuleElement {
  kind: "rule";
  from: { x: number; y: number };
  to: { x: number; y: number };
  colour: string;
  width: number;
  dashed: boolean;
}

export interface TableCell extends Laid {
  icon: Shape | undefined;
  iconColour: string;
  colour: string;
  weight: Weight;
  side: "start" | "end";
  /** The record that it is about; a window leads there. */
  cites?: Ref | undefined;
}

export interface TableRow {
  height: number;
  cells: TableCell[];
}

/** The first row is the header. */
export interface TableElement {
  kind: "table";
  x: number;
  y: number;
  widths: number[];
  rows: TableRow[];
  size: number;
}

export interface PictureElement {
  kind: "picture";
  box: Box;
  /** A data: URL of a PNG or JPEG. */
  data: string;
  says: string;
}

export type Element = TextElement | ShapeElement | RuleElement | TableElement | PictureElement;

export interface Sheet {
  title: string;
  elements: Element[];
}

/** A drawing is the sheets of one file with what its properties say. The day is when its data was true. */
export interface Drawing {
  title: string;
  author: string;
  language: string;
  day: string;
  accent: string;
  size: Size;
  sheets: Sheet[];
}

/** How far apart lines are, and how far cells keep from their edges, in shares of the size of the text. */
export const lineHeight = (size: number) => size * 1.3;
export const cellPadding = { x: 7, y: 2 };

/** The room that the icon before a word takes. */
export const iconRoom = (size: number) => size * 1.15;

/** Where the icon before the first line of a text stands; top is the top of the line. */
export function iconBox(x: number, top: number, size: number): Box {
  const side = size * 0.78;
  return { x, y: top + (lineHeight(size) - side) / 2, w: side, h: side };
}
