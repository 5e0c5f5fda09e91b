import { openFonts } from "./draw";
import { textFlow } from "./block-flows";
import { gap, heightOf, paginate, type Band, type Density } from "./flow";
import type { FontFile, Fonts } from "./fonts";
import { accentOf, type House } from "./house";
import type { Pen } from "./pen";
import type { Timeline, TimelineRow } from "./report";
import { a4, sheetWidth, slide, type Drawing, type Size } from "./sheet";
import { areaOf, finish, headed, sheetsOf, type Frame } from "./sheets";
import { timelineFlow } from "./timeline-flow";
import type { Words } from "./words";

/** What the first page says of a timeline. */
export interface AboutTimeline {
  title: string;
  /** The filter, the range of time, when it was written: a sentence each. */
  stated: string[];
}

const density: Density = { size: 9, lines: 2 };

/** Writes a whole timeline as slides, which break between rows only. */
export async function drawTimelinePptx(
  timeline: Timeline,
  about: AboutTimeline,
  house: House,
  words: Words,
  font?: FontFile,
): Promise<Uint8Array> {
  const drawing = drawTimeline(timeline, about, house, words, await openFonts(font), slide);
  const { paintPptx } = await import("./pptx");
  return paintPptx(drawing);
}

/** Writes a whole timeline as PDF. */
export async function drawTimelinePdf(
  timeline: Timeline,
  about: AboutTimeline,
  house: House,
  words: Words,
  font?: FontFile,
): Promise<Uint8Array> {
  const fonts = await openFonts(font);
  const drawing = drawTimeline(timeline, about, house, words, fonts, a4);
  const { paintPdf } = await import("./pdf");
  return paintPdf(drawing, fonts);
}

/** Writes a whole timeline as one picture, as high as its rows need. */
export async function drawTimelineSvg(
  timeline: Timeline,
  about: AboutTimeline,
  house: House,
  words: Words,
  font?: FontFile,
): Promise<string> {
  const fonts = await openFonts(font);
  const parts = partsOf(timeline, about, house, words, fonts, a4);
  const flows = parts.bands.flatMap((band) => ("whole" in band ? [band.whole] : []));
  const height = flows.reduce((sum, flow) => sum + heightOf(flow, density.size) + gap.blocks, 0);
  const size = { w: sheetWidth, h: height + a4.h - areaOf(a4).h };
  const { pen, bands, frame } = partsOf(timeline, about, house, words, fonts, size);
  const placed = paginate(bands, areaOf(size), density.size);
  const elements = headed(pen, frame, placed, density.size);
  const { paintSvg } = await import("./svg");
  return paintSvg(about.title, words.language, elements, size);
}

/** Writes a whole timeline as a PNG of twice the points, fewer where it would be larger than pictures can be. */
export async function drawTimelinePng(
  timeline: Timeline,
  about: AboutTimeline,
  house: House,
  words: Words,
): Promise<Uint8Array> {
  const { rasterise } = await import("./png");
  return rasterise(await drawTimelineSvg(timeline, about, house, words));
}

/** Makes a timeline of the whole range of its rows. It is undefined where none of them has a date. */
export function wholeRange(rows: TimelineRow[], today: string): Timeline | undefined {
  const days = rows.flatMap((row) => [row.start, row.end, ...row.milestones.map(({ date }) => date)]);
  const known = days.filter((day) => day !== null && day !== "").sort();
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return undefined;
  return { from: `${first.slice(0, 7)}-01`, to: endOfMonth(last), today, rows, note: "" };
}

function endOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

interface Parts {
  pen: Pen;
  frame: Frame;
  bands: Band[];
}

function partsOf(
  timeline: Timeline,
  about: AboutTimeline,
  house: House,
  words: Words,
  fonts: Fonts,
  size: Size,
): Parts {
  const pen: Pen = { fonts, words, accent: accentOf(house) };
  const { w } = areaOf(size);
  const frame: Frame = { title: about.title, scope: "", day: timeline.today, house, size };
  const stated = { whole: textFlow(pen, "", about.stated, w, density) };
  const rows = { whole: timelineFlow(pen, "", timeline, w, density) };
  return { pen, frame, bands: about.stated.length > 0 ? [stated, rows] : [rows] };
}

function drawTimeline(
  timeline: Timeline,
  about: AboutTimeline,
  house: House,
  words: Words,
  fonts: Fonts,
  size: Size,
): Drawing {
  const { pen, frame, bands } = partsOf(timeline, about, house, words, fonts, size);
  const placed = paginate(bands, areaOf(size), density.size);
  return finish(pen, sheetsOf(pen, about.title, placed, density.size, frame), frame);
}
