import { Fonts, type FontFile } from "./fonts";
import { accentOf, type House } from "./house";
import type { Pen } from "./pen";
import type { Report } from "./report";
import { a4, slide, type Drawing, type Size } from "./sheet";
import { drawReport } from "./sheets";
import type { Words } from "./words";

/** In whose name and in which language something is drawn. Where no window brings its fonts, the caller gives them. */
export interface Look {
  house: House;
  words: Words;
  font?: FontFile;
}

/** The files that have pages, each with the size of them. */
export const pageSizes = { pptx: slide, pdf: a4 } as const satisfies Record<string, Size>;
export type PagedFormat = keyof typeof pageSizes;

/** Writes a report as slides or as PDF. */
export async function drawReportFile(format: PagedFormat, report: Report, look: Look): Promise<Uint8Array> {
  const pen = await takePen(look);
  return paintPages(format, pen, drawReport(pen, report, look.house, pageSizes[format]));
}

/** Lays a report out on the very sheets that its file has. */
export async function drawReportSheets(format: PagedFormat, report: Report, look: Look): Promise<Drawing> {
  return drawReport(await takePen(look), report, look.house, pageSizes[format]);
}

/** Takes what everything is laid out and drawn with. */
export async function takePen({ house, words, font }: Look): Promise<Pen> {
  const fonts = await (font ? Fonts.open(font) : windowFonts());
  return { fonts, words, accent: accentOf(house) };
}

let opened: Promise<Fonts> | undefined;

/** The fonts of the window, opened once: they know the widths that they measured. A failure is not kept. */
async function windowFonts(): Promise<Fonts> {
  opened ??= import("./window-fonts").then(({ windowFont }) => Fonts.open(windowFont));
  try {
    return await opened;
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

/** Paints sheets as a file. */
export async function paintPages(format: PagedFormat, { fonts }: Pen, drawing: Drawing): Promise<Uint8Array> {
  if (format === "pptx") return (await import("./pptx")).paintPptx(drawing);
  return (await import("./pdf")).paintPdf(drawing, fonts);
}
