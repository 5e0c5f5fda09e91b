import type { portfolio } from "../../../bridge/model";
import { dayOf, numberOf } from "./day-number";
import { stepFrom, type Scale } from "./time-scale";

/** The dates of a program, of which each may be not reported. */
export type ProgramDates = Pick<portfolio.Program, "start_date" | "launch_date">;

/** How a program lies on the axis: a bar, or a mark where only one end is known. Days are numbers. */
export type BarShape =
  | { kind: "bar"; start: number; launch: number }
  | { kind: "launch"; launch: number }
  | { kind: "start"; start: number };

/** The shape of a program; undefined where it has no date. A start after the launch is drawn as it is asked to be read: the launch holds. */
export function shapeOf({ start_date: start, launch_date: launch }: ProgramDates): BarShape | undefined {
  if (start !== null && launch !== null) {
    return numberOf(start) <= numberOf(launch)
      ? { kind: "bar", start: numberOf(start), launch: numberOf(launch) }
      : { kind: "launch", launch: numberOf(launch) };
  }
  if (launch !== null) return { kind: "launch", launch: numberOf(launch) };
  return start === null ? undefined : { kind: "start", start: numberOf(start) };
}

/** What of a program is moved: both dates, or one of its ends. */
export type BarPart = "move" | "start" | "launch";

/** The dates after a part was moved by some days. An end stops at the other one; what is not reported stays so. */
export function moved(dates: ProgramDates, part: BarPart, days: number): ProgramDates {
  const { start_date: start, launch_date: launch } = dates;
  const by = (day: string | null) => (day === null ? null : dayOf(numberOf(day) + days));
  const ordered = start !== null && launch !== null && start <= launch;
  switch (part) {
    case "move":
      return { start_date: by(start), launch_date: by(launch) };
    case "start": {
      const to = by(start);
      return { start_date: ordered && to !== null && to > launch ? launch : to, launch_date: launch };
    }
    case "launch": {
      const to = by(launch);
      return { start_date: start, launch_date: ordered && to !== null && to < start ? start : to };
    }
  }
}

/** The day that leads when a part is moved: its steps are counted from it. */
export function leadOf(dates: ProgramDates, part: BarPart): string | null {
  if (part === "launch") return dates.launch_date;
  return dates.start_date ?? (part === "move" ? dates.launch_date : null);
}

/** How many days some steps of a scale are, counted from the day that leads. */
export function stepDays(scale: Scale, lead: string, steps: number): number {
  const from = numberOf(lead);
  return stepFrom(scale, from, steps) - from;
}
