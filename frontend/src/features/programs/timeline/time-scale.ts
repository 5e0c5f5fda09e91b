import { addMonths, firstOfMonth, monthOf, numberOf, weekdayOf } from "./day-number";

/** The units that a time axis is read in. */
export const scales = ["week", "month", "quarter", "year"] as const;
export type Scale = (typeof scales)[number];

export interface Zoom {
  scale: Scale;
  /** How wide a day is, in pixels. */
  dayWidth: number;
}

const farthest: Zoom = { scale: "year", dayWidth: 0.2 };

/** The steps of the zoom, each with the unit that reads best there, from far to near. */
export const zooms: readonly Zoom[] = [
  farthest,
  { scale: "year", dayWidth: 0.4 },
  { scale: "quarter", dayWidth: 0.8 },
  { scale: "quarter", dayWidth: 1.3 },
  { scale: "month", dayWidth: 2.2 },
  { scale: "month", dayWidth: 4 },
  { scale: "week", dayWidth: 8 },
  { scale: "week", dayWidth: 16 },
];

/** The step of the zoom that a scale is opened with. */
export const usualZoom: Record<Scale, number> = { year: 1, quarter: 2, month: 4, week: 6 };

/** The zoom of a step; the nearest where there is none. */
export function zoomAt(step: number): Zoom & { step: number } {
  const known = Math.max(0, Math.min(Math.round(step), zooms.length - 1));
  return { step: known, ...(zooms[known] ?? farthest) };
}

/**
 * The nearest zoom at which most of the days, and today, fit into a width, and the first day that is then in sight: the
 * few that lie far off do not count.
 */
export function fittingZoom(
  days: readonly number[],
  today: number,
  width: number,
): { step: number; first: number } {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? today;
  const from = Math.min(at(outliers), today);
  const to = Math.max(at(1 - outliers), today);
  const fits = ({ dayWidth }: Zoom) => (to - from) * dayWidth <= width * 0.9;
  const nearest = zooms.findLastIndex(fits);
  const step = Math.max(0, Math.min(nearest, usualZoom.month));
  const { dayWidth } = zoomAt(step);
  // Where not even the farthest is far enough, the middle is today.
  const first = nearest < 0 ? today - (width * 0.5) / dayWidth : from - (width * 0.05) / dayWidth;
  return { step, first: Math.round(first) };
}

/** The part of the days at each end that need not fit. */
const outliers = 0.1;

/** The days that an axis shows, both included. */
export interface DayRange {
  from: number;
  to: number;
}

/** A time axis: days on a line, the first at 0. */
export interface Axis extends DayRange {
  dayWidth: number;
}

/** Where a day begins. */
export function xOf(axis: Axis, day: number): number {
  return (day - axis.from) * axis.dayWidth;
}

/** The day at a place. */
export function dayAt(axis: Axis, x: number): number {
  return axis.from + Math.floor(x / axis.dayWidth + 1e-9);
}

/** By how many whole days a way along the axis moves something. */
export function daysOf(axis: Axis, way: number): number {
  return Math.round(way / axis.dayWidth) + 0; // no negative zero
}

export function widthOf(axis: Axis): number {
  return (axis.to + 1 - axis.from) * axis.dayWidth;
}

/** No portfolio plans further than this from today; a mistyped year must not make the axis a thousand years long. */
const furthest = 60 * 366;

/**
 * The years that an axis shows: those of all days, of the half year before today and the year after it, and as many more
 * as fill the width that there is.
 */
export function rangeOf(
  days: Iterable<number>,
  today: number,
  dayWidth: number,
  leastWidth: number,
): DayRange {
  let from = today - 183;
  let to = today + 366;
  for (const day of days) {
    if (Math.abs(day - today) > furthest) continue;
    from = Math.min(from, day - 31);
    to = Math.max(to, day + 62);
  }
  to = Math.max(to, from + Math.ceil(leastWidth / dayWidth));
  return { from: firstOfMonth(monthOf(from).year, 0), to: firstOfMonth(monthOf(to).year + 1, 0) - 1 };
}

/** A stretch of the axis with a name: from a day to the day before the next one begins. */
export interface Tick {
  from: number;
  next: number;
  unit: TickUnit;
}

export type TickUnit = "week" | "month" | "quarter" | "year" | "fiscalYear";

/** The units of the lines of the header at each scale, the wider first. */
const headerUnits: Record<Scale, readonly TickUnit[]> = {
  week: ["month", "week"],
  month: ["fiscalYear", "month"],
  quarter: ["fiscalYear", "quarter"],
  year: ["fiscalYear", "year"],
};

/** The units of the header; one line less where the fiscal years are those of the calendar. */
export function headerUnitsOf(scale: Scale, fiscalStart: number): readonly TickUnit[] {
  return scale === "year" && fiscalStart === 1 ? ["year"] : headerUnits[scale];
}

/** How many months each unit has; a week has its own rule. */
const monthsOf: Record<Exclude<TickUnit, "week">, number> = {
  month: 1,
  quarter: 3,
  year: 12,
  fiscalYear: 12,
};

export interface TickRules {
  /** The month, 1 to 12, in which a fiscal year begins. */
  fiscalStart: number;
  /** The first day of a week, 0 for Monday. */
  weekStart: number;
}

/** The units that a part of the axis touches, without a gap between them. */
export function ticksOf(unit: TickUnit, { from, to }: DayRange, rules: TickRules): Tick[] {
  const ticks: Tick[] = [];
  let day =
    unit === "week" ? from - ((weekdayOf(from) - rules.weekStart + 7) % 7) : beginOf(unit, from, rules);
  while (day <= to) {
    const next = unit === "week" ? day + 7 : addMonths(day, monthsOf[unit]);
    ticks.push({ from: day, next, unit });
    day = next;
  }
  return ticks;
}

/** The first day of the unit in which a day lies. */
function beginOf(unit: Exclude<TickUnit, "week">, day: number, { fiscalStart }: TickRules): number {
  const { year, month } = monthOf(day);
  const first = unit === "fiscalYear" ? fiscalStart - 1 : 0;
  return firstOfMonth(year, first + Math.floor((month - first) / monthsOf[unit]) * monthsOf[unit]);
}

/** The day that an arrow key leads to at each scale: a day, a week, a month or a quarter on. */
export function stepFrom(scale: Scale, day: number, steps: number): number {
  switch (scale) {
    case "week":
      return day + steps;
    case "month":
      return day + 7 * steps;
    case "quarter":
      return addMonths(day, steps);
    case "year":
      return addMonths(day, 3 * steps);
  }
}

/** The numbers of the days that are reported. */
export function numbersOf(days: Iterable<string | null | undefined>): number[] {
  return [...days].flatMap((day) => (day ? [numberOf(day)] : []));
}
