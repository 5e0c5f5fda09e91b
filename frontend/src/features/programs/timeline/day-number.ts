/**
 * Days as whole numbers, counted from 1 January 1970, for the arithmetic of a time axis. A day has no time and no zone, so
 * all of it is in UTC.
 */

const dayMs = 86_400_000;

/** The number of an ISO day. */
export function numberOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** The ISO day of a number. */
export function dayOf(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** The number of the first day of a month; months outside 0 to 11 lead into other years. */
export function firstOfMonth(year: number, month: number): number {
  return Math.round(Date.UTC(year, month, 1) / dayMs);
}

/** Year and month, 0 to 11, of a day. */
export function monthOf(number: number): { year: number; month: number } {
  const date = new Date(number * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** The day of the week, 0 for Monday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** The same day some months later; the last of the month where that month is shorter. */
export function addMonths(number: number, months: number): number {
  const { year, month } = monthOf(number);
  const dayOfMonth = number - firstOfMonth(year, month);
  const first = firstOfMonth(year, month + months);
  const next = firstOfMonth(year, month + months + 1);
  return Math.min(first + dayOfMonth, next - 1);
}
