import { addDays, daysBetween } from "../lib/dates";
import type { TimelineRow } from "./report";

/** The time scale of a timeline: one place for the maths of the window, PPTX, PDF, SVG and PNG. */

const dayMs = 86_400_000;

/** A part of the axis between two places, with its name. */
export interface Tick {
  label: string;
  x: number;
  w: number;
}

export interface TimeScale {
  /** Where a day begins; a day outside the range is at its edge. */
  at: (day: string) => number;
  within: (day: string) => boolean;
  /** Whether a part of the days from one to another is within. */
  overlaps: (from: string, to: string) => boolean;
  /** The rows of the axis from top to bottom: the coarse one and the fine one. */
  rows: Tick[][];
}

/** Where the bar of a row stands: from its start to its launch, or at the one of them that it has. */
export interface PlacedBar {
  x: number;
  w: number;
  /** How much of its width is done. */
  done: number;
}

/** No bar is thinner than can be seen. */
const thinnest = 3;

/** Places the bar of a row; undefined where it has neither day, or all of it lies outside. */
export function placeBar(
  scale: TimeScale,
  { start, end, progress }: Pick<TimelineRow, "start" | "end" | "progress">,
): PlacedBar | undefined {
  const from = start ?? end;
  const to = end ?? start;
  if (!from || !to || !scale.overlaps(from, to)) return undefined;
  const x = scale.at(from);
  const until = addDays(from, Math.round(((daysBetween(from, to) ?? 0) * (progress ?? 0)) / 100));
  return { x, w: Math.max(scale.at(to) - x, thinnest), done: Math.max(scale.at(until) - x, 0) };
}

interface Unit {
  months: number;
  label: (year: number, month: number) => string;
}

const years: Unit = { months: 12, label: (year) => String(year) };
const quarters: Unit = { months: 3, label: (_, month) => `Q${Math.floor(month / 3) + 1}` };
const quartersOfYears: Unit = { months: 3, label: (year, month) => `Q${Math.floor(month / 3) + 1} ${year}` };

/** What the fine row needs of width for each of its parts, the finest first. */
const choices: { least: number; coarse: Unit; fine: (month: (day: string) => string) => Unit }[] = [
  {
    least: 24,
    coarse: quartersOfYears,
    fine: (month) => ({ months: 1, label: (y, m) => month(isoOf(y, m)) }),
  },
  { least: 20, coarse: years, fine: () => quarters },
];

const isoOf = (year: number, month: number) => `${year}-${String(month + 1).padStart(2, "0")}-01`;

/** Makes the scale of the days between two, both included, on a width. Month names the month of a day. */
export function timeScale(
  from: string,
  to: string,
  x: number,
  width: number,
  month: (day: string) => string,
): TimeScale {
  const start = Date.parse(from);
  const end = Date.parse(to) + dayMs;
  const at = (day: string) => x + Math.min(1, Math.max(0, (Date.parse(day) - start) / (end - start))) * width;
  const months = (end - start) / dayMs / 30.44;
  const chosen = choices.find(({ least, fine }) => (width / months) * fine(month).months >= least);
  const ticks = (unit: Unit) => ticksOf(unit, from, to, at, x + width);
  return {
    at,
    within: (day) => day >= from && day <= to,
    overlaps: (first, last) => last >= from && first <= to,
    rows: chosen ? [ticks(chosen.coarse), ticks(chosen.fine(month))] : [spaced(ticks(years))],
  };
}

function ticksOf(unit: Unit, from: string, to: string, at: (day: string) => number, end: number): Tick[] {
  const ticks: Tick[] = [];
  const first = new Date(from);
  let month = first.getUTCMonth() - (first.getUTCMonth() % unit.months);
  let year = first.getUTCFullYear();
  while (isoOf(year, month) <= to) {
    const next = month + unit.months;
    const [nextYear, nextMonth] = next > 11 ? [year + 1, next - 12] : [year, next];
    const x = at(isoOf(year, month));
    const w = (isoOf(nextYear, nextMonth) <= to ? at(isoOf(nextYear, nextMonth)) : end) - x;
    ticks.push({ label: unit.label(year, month), x, w });
    [year, month] = [nextYear, nextMonth];
  }
  return ticks;
}

/** Names only as many years as have room for their names. */
function spaced(ticks: Tick[]): Tick[] {
  const narrowest = Math.min(...ticks.slice(1, -1).map(({ w }) => w), Infinity);
  const every = Math.max(1, Math.ceil(26 / narrowest));
  return ticks.map((tick, at) => ({ ...tick, label: at % every === 0 ? tick.label : "" }));
}
