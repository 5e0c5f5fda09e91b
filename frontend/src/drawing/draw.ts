import { Fonts, type FontFile } from "./fonts";
import type { House } from "./house";
import type { Report } from "./report";
import { drawReport } from "./sheets";
import { a4, slide } from "./sheet";
import type { Words } from "./words";

/** Writes a report as slides. Where a window does not bring its fonts, the caller gives them. */
export async function drawPptx(
  report: Report,
  house: House,
  words: Words,
  font?: FontFile,
): Promise<Uint8Array> {
  const drawing = drawReport(report, house, words, await openFonts(font), slide);
  const { paintPptx } = await import("./pptx");
  return paintPptx(drawing);
}

/** Writes a report as PDF. */
export async function drawPdf(
  report: Report,
  house: House,
  words: Words,
  font?: FontFile,
): Promise<Uint8Array> {
  const fonts = await openFonts(font);
  const drawing = drawReport(report, house, words, fonts, a4);
  const { paintPdf } = await import("./pdf");
  return paintPdf(drawing, fonts);
}

/** Opens the fonts that everything is laid out by. */
export async function openFonts(font?: FontFile): Promise<Fonts> {
  return Fonts.open(font ?? (await import("./window-fonts")).windowFont);
}
