/** Months and weeks of days that are ISO text; months are "2026-09". All arithmetic is in UTC, as a day has no zone. */

import { addDays } from "./dates";

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month, if the text is one. */
export function readMonth(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}

export function addMonths(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** The first and the last day of a month. */
export function monthEnds(month: string): { first: string; last: string } {
  return { first: `${month}-01`, last: addDays(`${addMonths(month, 1)}-01`, -1) };
}

/** The same day of the month in another month; the last one where that has fewer days. */
export function sameDayIn(month: string, day: string): string {
  const { last } = monthEnds(month);
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > last ? last : wanted;
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(utc(day)).getUTCDay() || 7;
}

/** The weeks that a month touches, each with its seven days; `firstDay` is the weekday that a week begins with. */
export function weeksOf(month: string, firstDay: number): string[][] {
  const { first, last } = monthEnds(month);
  const weeks: string[][] = [];
  for (let day = startOfWeek(first, firstDay); day <= last; day = addDays(day, 7)) {
    const start = day;
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(start, i)));
  }
  return weeks;
}

/** The first day of the week that a day is in. */
export function startOfWeek(day: string, firstDay: number): string {
  return addDays(day, -((weekdayOf(day) - firstDay + 7) % 7));
}

/** What newer browsers know of the week of a region; older ones have it as a property, or not at all. */
interface WeekLocale {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/**
 * The weekday that a week begins with, 1 for Monday to 7 for Sunday: that of the first of the locales that names a region
 * and speaks the language; Monday, as ISO 8601 has it, where none does. A computer without a locale calls itself "C", which
 * is no locale at all.
 */
export function firstDayOfWeek(language: string, locales: readonly string[] = navigator.languages): number {
  for (const tag of locales) {
    const locale = localeOf(tag);
    if (locale?.language !== language || locale.region === undefined) continue;
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  }
  return 1;
}

function localeOf(tag: string): (Intl.Locale & WeekLocale) | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
