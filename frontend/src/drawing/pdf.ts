import PDFDocument from "pdfkit";
import type { Fonts } from "./fonts";
import { faint, hairline, ink, softInk } from "./palette";
import { outlines } from "./outlines";
import {
  cellPadding,
  iconBox,
  iconRoom,
  lineHeight,
  type Box,
  type Drawing,
  type Element,
  type ShapeElement,
  type Shape,
  type Side,
  type TableElement,
  type TextElement,
  type Weight,
} from "./sheet";

type Document = InstanceType<typeof PDFDocument>;
type Part = PDFKit.PDFStructureElement;

/** A document that is being painted, with the part of its structure that what comes next belongs to. */
interface Painter {
  doc: Document;
  fonts: Fonts;
}

/**
 * Writes a drawing as PDF: real text in Inter, tables and headings tagged for screen readers, its language and title set.
 * The same drawing gives the same bytes.
 */
export async function paintPdf(drawing: Drawing, fonts: Fonts): Promise<Uint8Array> {
  const day = new Date(drawing.day);
  const doc = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: 0,
    autoFirstPage: false,
    // The type wants a name of a built-in font; without one none of them is loaded.
    font: null as never,
    pdfVersion: "1.7",
    tagged: true,
    lang: drawing.language,
    displayTitle: true,
    info: {
      Title: drawing.title,
      Author: drawing.author,
      Creator: "Portfolio AI",
      Producer: "Portfolio AI",
      CreationDate: day,
      ModDate: day,
    },
  });
  const bytes = collect(doc);
  for (const { name, bytes } of fonts.files()) doc.registerFont(name, bytes);
  const painter = { doc, fonts };
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  for (const sheet of drawing.sheets) {
    doc.addPage();
    doc.scale(doc.page.width / drawing.size.w);
    const section = doc.struct("Sect", { title: sheet.title });
    whole.add(section);
    for (const element of sheet.elements) paint(painter, element, section);
    section.end();
  }
  whole.end();
  doc.end();
  return bytes;
}

/** Gathers what a document writes. */
function collect(doc: Document): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("error", reject);
    doc.on("end", () => resolve(joined(chunks)));
  });
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const tags = { title: "H1", heading: "H2", text: "P" } as const;

function paint(painter: Painter, element: Element, section: Part): void {
  const { doc } = painter;
  switch (element.kind) {
    case "text": {
      const draw = () => text(painter, element);
      if (element.role === "decoration") decoration(doc, draw);
      else tagged(doc, section, tags[element.role], draw);
      return;
    }
    case "shape": {
      const draw = () => shape(doc, element);
      if (element.says) tagged(doc, section, "Figure", draw, element.says);
      else decoration(doc, draw);
      return;
    }
    case "rule":
      decoration(doc, () => {
        doc
          .moveTo(element.from.x, element.from.y)
          .lineTo(element.to.x, element.to.y)
          .lineWidth(element.width);
        if (element.dashed) doc.dash(3, { space: 2 });
        doc.stroke(element.colour).undash();
      });
      return;
    case "table":
      table(painter, element, section);
      return;
    case "picture":
      decoration(doc, () => {
        doc.image(element.data, element.box.x, element.box.y, {
          width: element.box.w,
          height: element.box.h,
        });
      });
  }
}

function tagged(doc: Document, parent: Part, tag: string, draw: () => void, alt?: string): void {
  const content = doc.markStructureContent(tag);
  draw();
  doc.endMarkedContent();
  const part = doc.struct(tag, alt ? { alt } : {}, content as never);
  parent.add(part);
  part.end();
}

/** What a screen reader leaves out. */
function decoration(doc: Document, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}

function text({ doc, fonts }: Painter, element: TextElement): void {
  lines({ doc, fonts }, element.lines, element.box, element);
}

interface Look {
  size: number;
  weight: Weight;
  colour: string;
  side: Side;
}

/** How much of the rest of a line stands left of its words. */
const shares: Record<Side, number> = { start: 0, centre: 0.5, end: 1 };

function lines({ doc, fonts }: Painter, all: string[], box: Box, { size, weight, colour, side }: Look): void {
  doc.fillColor(colour);
  all.forEach((line, at) => {
    const runs = fonts.runs(line, weight, size);
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    let x = box.x + (box.w - width) * shares[side];
    // Half of what a line is higher than a capital letter stands above it.
    const baseline = box.y + at * lineHeight(size) + lineHeight(size) / 2 + size * 0.36;
    for (const run of runs) {
      doc
        .font(run.font)
        .fontSize(size)
        .text(run.text, x, baseline, { lineBreak: false, baseline: "alphabetic" });
      x += run.width;
    }
  });
}

function shape(
  doc: Document,
  { shape, box, fill, line }: Pick<ShapeElement, "shape" | "box" | "fill" | "line">,
): void {
  trace(doc, shape, box);
  doc.lineWidth(Math.max(0.75, box.w * 0.12));
  if (shape === "check") doc.lineWidth(box.w * 0.2).stroke(fill);
  else if (fill && line) doc.fillAndStroke(fill, line);
  else if (fill) doc.fill(fill);
  else doc.stroke(line);
}

function trace(doc: Document, shape: Shape, { x, y, w, h }: Box): void {
  if (shape === "rectangle") doc.rect(x, y, w, h);
  else if (shape === "circle") doc.circle(x + w / 2, y + h / 2, w / 2);
  else if (shape === "ring") doc.circle(x + w / 2, y + h / 2, w * 0.42);
  else {
    outlines[shape].forEach(([across, down], at) => {
      if (at === 0) doc.moveTo(x + across * w, y + down * h);
      else doc.lineTo(x + across * w, y + down * h);
    });
    if (shape !== "check") doc.closePath();
  }
}

function table(painter: Painter, { x, y, widths, rows, size }: TableElement, section: Part): void {
  const { doc } = painter;
  const whole = doc.struct("Table");
  section.add(whole);
  const width = widths.reduce((sum, one) => sum + one, 0);
  let top = y;
  rows.forEach((row, at) => {
    const header = at === 0;
    const bottom = top + row.height;
    decoration(doc, () => {
      if (header) doc.rect(x, top, width, row.height).fill(faint);
      doc
        .moveTo(x, bottom)
        .lineTo(x + width, bottom)
        .lineWidth(header ? 0.75 : 0.5)
        .stroke(header ? softInk : hairline);
    });
    const line = doc.struct("TR");
    whole.add(line);
    let left = x;
    row.cells.forEach((cell, column) => {
      const wide = widths[column] ?? 0;
      const room = cell.icon ? iconRoom(size) : 0;
      const cellTop = top + cellPadding.y;
      const box = {
        x: left + cellPadding.x + room,
        y: cellTop,
        w: wide - 2 * cellPadding.x - room,
        h: row.height,
      };
      const icon = cell.icon;
      if (icon) {
        const hollow = icon === "ring";
        const place = iconBox(left + cellPadding.x, cellTop, size);
        decoration(doc, () =>
          shape(doc, {
            shape: icon,
            box: place,
            fill: hollow ? "" : cell.iconColour,
            line: hollow ? cell.iconColour : "",
          }),
        );
      }
      tagged(doc, line, header ? "TH" : "TD", () =>
        lines(painter, cell.lines, box, {
          size,
          weight: cell.weight,
          colour: cell.colour || ink,
          side: cell.side,
        }),
      );
      left += wide;
    });
    line.end();
    top = bottom;
  });
  whole.end();
}
