import { daysBetween } from "../../lib/dates";

/** The time that a timeline shows, both days included, and how wide it is drawn. */
export interface TimeSpan {
  from: string;
  to: string;
  width: number;
}

/** Where the begin of a day is drawn; what lies outside is drawn at the edge. */
export function placeOf(day: string, { from, to, width }: TimeSpan): number {
  const days = (daysBetween(from, to) ?? 0) + 1;
  const at = (daysBetween(from, day) ?? 0) / days;
  return Math.round(Math.min(1, Math.max(0, at)) * width * 10) / 10;
}

/** Whether a day lies in the time that is shown. */
export function isWithin(day: string, { from, to }: TimeSpan): boolean {
  return from <= day && day <= to;
}

export interface TimelineBar {
  x: number;
  width: number;
  /** How much of it is done, in pixels from its begin. */
  done: number;
  /** Its begin or end lies outside: it is cut there. */
  cut: { start: boolean; end: boolean };
}

/** The bar of a row that has both days; undefined where one is missing, or all of it lies outside. */
export function barOf(
  row: { start: string | null; end: string | null; progress?: number | null },
  span: TimeSpan,
): TimelineBar | undefined {
  const { start, end } = row;
  if (start === null || end === null || end < start || end < span.from || start > span.to) return undefined;
  const unbound = { ...span, width: 1 };
  const whole = (daysBetween(start, end) ?? 0) + 1;
  const days = (daysBetween(span.from, span.to) ?? 0) + 1;
  const x = placeOf(start, span);
  const right = end >= span.to ? span.width : placeOf(end, span) + span.width / days;
  const first = ((daysBetween(span.from, start) ?? 0) / days) * span.width;
  const done = first + ((row.progress ?? 0) / 100) * (whole / days) * span.width;
  return {
    x,
    width: Math.max(2, right - x),
    done: Math.min(right, Math.max(x, done)) - x,
    cut: { start: !isWithin(start, unbound), end: !isWithin(end, unbound) },
  };
}

/** A month of a timeline, as its head names it. */
export interface Month {
  day: string;
  x: number;
  width: number;
}

/** The months of a timeline from left to right. */
export function monthsOf(span: TimeSpan): Month[] {
  const months: Month[] = [];
  let day = `${span.from.slice(0, 7)}-01`;
  while (day <= span.to) {
    const next = monthAfter(day);
    const x = placeOf(day, span);
    months.push({ day, x, width: (next > span.to ? span.width : placeOf(next, span)) - x });
    day = next;
  }
  return months;
}

function monthAfter(day: string): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
