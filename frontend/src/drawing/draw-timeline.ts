import { textFlow } from "./block-flows";
import { pageSizes, paintPages, takePen, type Look } from "./draw";
import { gap, heightOf, paginate, type Density, type Flow } from "./flow";
import type { House } from "./house";
import type { Pen } from "./pen";
import type { Timeline, TimelineRow } from "./report";
import { a4, sheetWidth, type Drawing, type Element, type Size } from "./sheet";
import { areaOf, finish, headed, sheetsOf, type Frame } from "./sheets";
import { timelineFlow } from "./timeline-flow";
import type { TimelineFormat } from "./timeline-formats";

/** What the first page says of a timeline. */
export interface AboutTimeline {
  title: string;
  /** The filter, the range of time, when it was written: a sentence each. */
  stated: string[];
}

const density: Density = { size: 9, lines: 2 };

/**
 * Writes a whole timeline: as slides or PDF, which break between rows only, or as one picture, as high as its rows need. A
 * PNG, which only a window can draw, has twice the points, fewer where it would be larger than pictures can be.
 */
export async function drawTimelineFile(
  format: TimelineFormat,
  timeline: Timeline,
  about: AboutTimeline,
  look: Look,
): Promise<Uint8Array> {
  const pen = await takePen(look);
  if (format === "pptx" || format === "pdf") {
    return paintPages(format, pen, onPages(pen, timeline, about, look.house, pageSizes[format]));
  }
  const { paintSvg } = await import("./svg");
  const { elements, size } = asPicture(pen, timeline, about, look.house);
  const svg = paintSvg(about.title, pen.words.language, elements, size);
  return format === "svg" ? new TextEncoder().encode(svg) : (await import("./png")).rasterise(svg);
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

function onPages(pen: Pen, timeline: Timeline, about: AboutTimeline, house: House, size: Size): Drawing {
  const frame = frameOf(timeline, about, house, size);
  const placed = paginate(bandsOf(pen, timeline, about), areaOf(size), density.size);
  return finish(pen, sheetsOf(pen, about.title, placed, density.size, frame), frame);
}

function asPicture(
  pen: Pen,
  timeline: Timeline,
  about: AboutTimeline,
  house: House,
): { elements: Element[]; size: Size } {
  const bands = bandsOf(pen, timeline, about);
  const height = bands.reduce((sum, { whole }) => sum + heightOf(whole, density.size) + gap.blocks, 0);
  const size = { w: sheetWidth, h: height + a4.h - areaOf(a4).h };
  const placed = paginate(bands, areaOf(size), density.size);
  return { elements: headed(pen, frameOf(timeline, about, house, size), placed, density.size), size };
}

function frameOf({ today }: Timeline, { title }: AboutTimeline, house: House, size: Size): Frame {
  return { title, scope: "", day: today, house, size };
}

/** What is stated, and the rows below it. */
function bandsOf(pen: Pen, timeline: Timeline, { stated }: AboutTimeline): { whole: Flow }[] {
  const { w } = areaOf(a4);
  const rows = { whole: timelineFlow(pen, "", timeline, w, density) };
  return stated.length > 0 ? [{ whole: textFlow(pen, "", stated, w, density) }, rows] : [rows];
}
