import JSZip from "jszip";
import PptxGenJS from "pptxgenjs";
import { faint, hairline, softInk } from "./palette";
import { outlines } from "./outlines";
import {
  cellPadding,
  lineHeight,
  type Box,
  type Drawing,
  type Element,
  type Shape,
  type ShapeElement,
  type Side,
  type TableCell,
  type TableElement,
  type TextElement,
} from "./sheet";
import { readableXml } from "./xml-text";

type Slide = PptxGenJS.Slide;

/** On every computer; Inter is on few, and a little wider than it, so that what was laid out by Inter fits. */
const font = "Arial";

const inches = (points: number) => points / 72;
const hex = (colour: string) => colour.slice(1).toUpperCase();
const place = ({ x, y, w, h }: Box) => ({ x: inches(x), y: inches(y), w: inches(w), h: inches(h) });

/**
 * Writes a drawing as PPTX of native shapes, tables and text. The same drawing gives the same bytes: what the library takes
 * from the clock is set to the day of the drawing.
 */
export async function paintPptx(drawing: Drawing): Promise<Uint8Array> {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: "sheet", width: inches(drawing.size.w), height: inches(drawing.size.h) });
  pptx.layout = "sheet";
  pptx.title = drawing.title;
  pptx.author = drawing.author || "Portfolio AI";
  pptx.company = drawing.author;
  pptx.theme = { headFontFace: font, bodyFontFace: font };
  pptx.defineSlideMaster({
    title: "Sheet",
    background: { color: "FFFFFF" },
    objects: [
      {
        placeholder: {
          options: {
            name: "title",
            type: "title",
            ...place(titleBox),
            margin: 0,
            fontSize: 20,
            bold: true,
            align: "left",
            valign: "top",
          },
          text: "",
        },
      },
    ],
  });
  for (const sheet of drawing.sheets) {
    const slide = pptx.addSlide({ masterName: "Sheet" });
    for (const element of sheet.elements) paint(slide, element);
  }
  return settle((await pptx.write({ outputType: "uint8array" })) as Uint8Array, drawing);
}

const titleBox: Box = { x: 40, y: 37, w: 700, h: 28 };

function paint(slide: Slide, element: Element): void {
  switch (element.kind) {
    case "text":
      text(slide, element);
      return;
    case "shape":
      shape(slide, element);
      return;
    case "rule": {
      const { from, to, colour, width, dashed } = element;
      const box = { x: from.x, y: from.y, w: to.x - from.x, h: to.y - from.y };
      slide.addShape("line", {
        ...place(box),
        line: { color: hex(colour), width, dashType: dashed ? "dash" : "solid" },
      });
      return;
    }
    case "table":
      table(slide, element);
      return;
    case "picture":
      slide.addImage({ ...place(element.box), data: element.data, altText: element.says });
  }
}

const aligns: Record<Side, "left" | "center" | "right"> = { start: "left", centre: "center", end: "right" };

function text(slide: Slide, element: TextElement): void {
  const { box, size, weight, colour, side, role } = element;
  slide.addText(element.text, {
    ...place({ ...box, h: Math.max(box.h, lineHeight(size)) }),
    ...(role === "title" ? { placeholder: "title" } : {}),
    margin: 0,
    fontFace: font,
    fontSize: size,
    bold: weight === "bold",
    color: hex(colour),
    align: aligns[side],
    valign: element.lines.length > 1 ? "top" : "middle",
    // A line that fits by our measure is not broken by another's.
    wrap: element.lines.length > 1,
  });
}

// The types have no name for it.
const custom = "custGeom" as PptxGenJS.SHAPE_NAME;

const names: Partial<Record<Shape, PptxGenJS.SHAPE_NAME>> = {
  rectangle: "rect",
  diamond: "diamond",
  circle: "ellipse",
  ring: "ellipse",
  triangle: "triangle",
  square: "rect",
};

function shape(slide: Slide, element: ShapeElement): void {
  const { box, fill, line, says } = element;
  const name = names[element.shape];
  const paint = {
    ...(fill && name ? { fill: { color: hex(fill) } } : {}),
    ...(line || !name ? { line: { color: hex(line || fill), width: name ? 1 : box.w * 0.2 } } : {}),
    ...(says ? { altText: says, objectName: says } : {}),
  };
  if (name) slide.addShape(name, { ...place(box), ...paint });
  else {
    const points = outlines.check.map(([x, y], at) => ({
      x: inches(x * box.w),
      y: inches(y * box.h),
      ...(at === 0 ? { moveTo: true } : {}),
    }));
    slide.addShape(custom, { ...place(box), ...paint, points });
  }
}

/** In a table shapes cannot stand: these characters, which every font has, are them. */
const glyphs: Record<Shape, string> = {
  rectangle: "■",
  diamond: "◆",
  circle: "●",
  triangle: "▲",
  square: "■",
  ring: "○",
  check: "✓",
};

/** The text of a cell, with its icon before it in its own colour. */
function cellText(cell: TableCell): PptxGenJS.TableCell[] | string {
  if (!cell.icon) return cell.text;
  const bold = cell.weight === "bold";
  return [
    { text: `${glyphs[cell.icon]} `, options: { color: hex(cell.iconColour), bold } },
    { text: cell.text, options: { color: hex(cell.colour), bold } },
  ];
}

function table(slide: Slide, { x, y, widths, rows, size }: TableElement): void {
  const line = (color: string, pt: number) => ({ type: "solid" as const, color: hex(color), pt });
  const none = { type: "none" as const };
  const cells = rows.map((row, at): PptxGenJS.TableRow =>
    row.cells.map((cell) => ({
      text: cellText(cell),
      options: {
        align: aligns[cell.side],
        bold: cell.weight === "bold",
        color: hex(cell.colour),
        ...(at === 0 ? { fill: { color: hex(faint) } } : {}),
        border: [none, none, at === 0 ? line(softInk, 0.75) : line(hairline, 0.5), none],
      },
    })),
  );
  slide.addTable(cells, {
    x: inches(x),
    y: inches(y),
    w: inches(widths.reduce((sum, one) => sum + one, 0)),
    colW: widths.map(inches),
    rowH: rows.map(({ height }) => inches(height)),
    margin: [cellPadding.y, cellPadding.x, cellPadding.y, cellPadding.x].map(inches) as [
      number,
      number,
      number,
      number,
    ],
    fontFace: font,
    fontSize: size,
    valign: "top",
  });
}

/** What the edits of parts know. */
interface Known {
  drawing: Drawing;
  parts: ReadonlySet<string>;
}

/** Sets what came from the clock, and mends what the library leaves wrong. */
async function settle(bytes: Uint8Array, drawing: Drawing): Promise<Uint8Array> {
  const from = await JSZip.loadAsync(bytes);
  const to = new JSZip();
  const date = new Date(drawing.day);
  const files = Object.values(from.files).filter(({ dir }) => !dir);
  const known: Known = { drawing, parts: new Set(files.map(({ name }) => `/${name}`)) };
  for (const file of files) {
    const edit = edits.find(({ of }) => of.test(file.name));
    const data = isXml.test(file.name)
      ? readableXml(edit?.to(await file.async("string"), known) ?? (await file.async("string")))
      : await file.async("uint8array");
    to.file(file.name, data, { date, createFolders: false });
  }
  return to.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const isXml = /\.(xml|rels)$/;

const edits: { of: RegExp; to: (xml: string, known: Known) => string }[] = [
  {
    // The library gives a type to as many masters as there are slides, and makes one.
    of: /^\[Content_Types\]\.xml$/,
    to: (xml, { parts }) =>
      xml.replace(/<Override PartName="([^"]*)"[^>]*\/>/g, (all, part: string) =>
        parts.has(part) ? all : "",
      ),
  },
  {
    of: /^docProps\/core\.xml$/,
    to: (xml, { drawing }) =>
      xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${drawing.day}T00:00:00Z`),
  },
  {
    of: /^ppt\/theme\/theme\d+\.xml$/,
    to: (xml, { drawing }) =>
      xml.replace(/(<a:accent1><a:srgbClr val=")[0-9A-F]{6}/i, `$1${hex(drawing.accent)}`),
  },
  {
    of: /^ppt\/slides\/slide\d+\.xml$/,
    to: (xml, { drawing }) =>
      xml.replaceAll('lang="en-US"', `lang="${languageTags[drawing.language] ?? "en-US"}"`),
  },
];

/** The languages as slides name them, for the spelling of their text. */
const languageTags: Partial<Record<string, string>> = { en: "en-GB", de: "de-DE" };
