/**
 * Calendar days as ISO text ("2026-09-15") and the words for how far away they are. A day has no time and no zone, so
 * all arithmetic is in UTC; only "today" is taken from the clock's own zone.
 */

const dayMs = 86_400_000;
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Gives the day of an instant in the zone of this computer. */
export function dayOf(instant: Date): string {
  const month = String(instant.getMonth() + 1).padStart(2, "0");
  const day = String(instant.getDate()).padStart(2, "0");
  return `${instant.getFullYear()}-${month}-${day}`;
}

export function today(): string {
  return dayOf(new Date());
}

function utcOf(day: string): number | undefined {
  const match = isoDay.exec(day);
  if (!match) return undefined;
  const utc = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(utc).toISOString().startsWith(day) ? utc : undefined;
}

/** Counts the days from one day to another: negative when the other is earlier, undefined when one is no day. */
export function daysBetween(from: string, to: string): number | undefined {
  const start = utcOf(from);
  const end = utcOf(to);
  return start === undefined || end === undefined ? undefined : Math.round((end - start) / dayMs);
}

/** Gives the day that many days later, or earlier where the number is negative. Text that is no day stays as it is. */
export function addDays(day: string, days: number): string {
  const utc = utcOf(day);
  return utc === undefined ? day : new Date(utc + days * dayMs).toISOString().slice(0, 10);
}

/** Writes a day for reading: "14 Mar 2026". Text that is no day is given back as it is. */
export function formatDay(day: string, locale: string): string {
  const utc = utcOf(day);
  if (utc === undefined) return day;
  if (!locale.startsWith("en")) return mediumOf(locale).format(utc);
  return `${day.slice(8)} ${shortMonth.format(utc)} ${day.slice(0, 4)}`;
}

// British English shortens September to four letters, which would make one column of dates ragged.
const shortMonth = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });

/** The formats by locale: making one costs as much as writing a whole list of days with it. */
const medium = new Map<string, Intl.DateTimeFormat>();

function mediumOf(locale: string): Intl.DateTimeFormat {
  let format = medium.get(locale);
  if (!format)
    medium.set(locale, (format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })));
  return format;
}

/** Names a month, 1 to 12: "April". */
export function monthName(month: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2000, month - 1),
  );
}

/** Writes an instant for reading, in the zone of this computer: "14 Mar 2026, 09:30". */
export function formatInstant(millis: number, locale: string): string {
  return `${formatDay(dayOf(new Date(millis)), locale)}, ${formatTime(millis, locale)}`;
}

/** Writes the time of an instant, in the zone of this computer: "09:30". */
export function formatTime(millis: number, locale: string): string {
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return time.format(millis);
}

/** A distance in the unit that reads best: days up to 999, then whole years. */
export interface Span {
  unit: "days" | "years";
  count: number;
}

export function spanOf(days: number): Span {
  const distance = Math.abs(days);
  return distance < 1000
    ? { unit: "days", count: distance }
    : { unit: "years", count: Math.floor(distance / 365.25) };
}

/**
 * Reads a day as people type it: "2026-03-14", "14.3.2026", "14 Mar 2026" or "14. März 2026". Undefined where it is
 * none, and for "3/4/2026", which is two different days on the two sides of the Atlantic.
 */
export function parseDay(text: string): string | undefined {
  const trimmed = text.trim();
  if (utcOf(trimmed) !== undefined) return trimmed;
  const numeric = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(trimmed);
  if (numeric) return isoOf(numeric[3], numeric[2], numeric[1]);
  const worded = /^(\d{1,2})\.? ([a-zä]{3})[a-z]*\.? (\d{4})$/.exec(trimmed.toLowerCase());
  const name = worded?.[2] ?? "";
  const month = monthNames.indexOf(germanNames[name] ?? name) + 1;
  return worded && month > 0 ? isoOf(worded[3], String(month), worded[1]) : undefined;
}

/** Reads a day that may be left out: null for an empty text, undefined where it is no day. */
export function readDay(text: string): string | null | undefined {
  return text.trim() === "" ? null : parseDay(text);
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const germanNames: Record<string, string> = { mär: "mar", mai: "may", okt: "oct", dez: "dec" };

function isoOf(year = "", month = "", day = ""): string | undefined {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return utcOf(iso) === undefined ? undefined : iso;
}
