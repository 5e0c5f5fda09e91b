import { describe, expect, it } from "vitest";
import { addMonths, dayOf, numberOf, weekdayOf } from "./day-number";
import {
  dayAt,
  daysOf,
  fittingZoom,
  rangeOf,
  scales,
  stepFrom,
  ticksOf,
  usualZoom,
  widthOf,
  xOf,
  zoomAt,
  zooms,
  type TickUnit,
} from "./time-scale";

/** Days of every kind: month ends, leap days, turns of years, and days spread over two centuries. */
const days = [
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2023-02-28",
  "2000-02-29",
  "2100-02-28",
  "2025-12-31",
  "2026-01-01",
  "2026-03-31",
  "1969-12-31",
  "1970-01-01",
  ...Array.from({ length: 400 }, (_, i) => dayOf(numberOf("1950-01-01") + i * 181)),
];

describe("a day as a number", () => {
  it("comes back as the same day", () => {
    for (const day of days) expect(dayOf(numberOf(day)), day).toBe(day);
  });

  it("knows the day of its week", () => {
    expect(
      ["2026-03-02", "2026-03-08", "1969-12-29", "1950-01-01"].map((day) => weekdayOf(numberOf(day))),
    ).toEqual([0, 6, 0, 6]);
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
  ])("%s and %d months is %s", (day, months, want) => {
    expect(dayOf(addMonths(numberOf(day), months))).toBe(want);
  });
});

describe("an axis", () => {
  it("gives the day back from its place, at its first and at its last pixel, at every zoom", () => {
    for (const { dayWidth } of zooms) {
      const axis = { ...rangeOf(days.map(numberOf), numberOf("2026-02-02"), dayWidth, 800), dayWidth };
      for (const day of days.map(numberOf)) {
        if (day < axis.from || day > axis.to) continue;
        expect(dayAt(axis, xOf(axis, day)), dayOf(day)).toBe(day);
        expect(dayAt(axis, xOf(axis, day + 1) - dayWidth / 100), dayOf(day)).toBe(day);
      }
    }
  });

  it("moves by as many days as the way has, to the nearest", () => {
    for (const { dayWidth } of zooms) {
      const axis = { from: 0, to: 1000, dayWidth };
      for (const moved of [-400, -31, -1, 0, 1, 28, 365]) {
        expect(daysOf(axis, moved * dayWidth)).toBe(moved);
        expect(daysOf(axis, (moved + 0.4) * dayWidth)).toBe(moved);
      }
    }
  });

  it("shows whole years around today and all days, and fills the width", () => {
    const today = numberOf("2026-02-02");
    const range = rangeOf([numberOf("2021-06-01"), numberOf("2031-01-01")], today, 1, 500);
    expect([dayOf(range.from), dayOf(range.to)]).toEqual(["2021-01-01", "2031-12-31"]);
    const narrow = rangeOf([], today, 0.2, 2000);
    expect(widthOf({ ...narrow, dayWidth: 0.2 })).toBeGreaterThanOrEqual(2000);
  });

  it("is not stretched by a mistyped year", () => {
    const today = numberOf("2026-02-02");
    const range = rangeOf([numberOf("1026-06-01"), numberOf("9999-12-31")], today, 1, 500);
    expect([dayOf(range.from), dayOf(range.to)]).toEqual(["2025-01-01", "2027-12-31"]);
  });

  it("is opened so near that most days just fit, whatever lies far off", () => {
    const today = numberOf("2026-02-02");
    for (const years of [0.2, 1, 3, 8]) {
      const span = Array.from({ length: 100 }, (_, i) => Math.round(today + (i - 50) * 3.65 * years));
      const { step, first } = fittingZoom([...span, numberOf("1990-01-01")], today, 600);
      const { dayWidth } = zoomAt(step);
      expect(first).toBeLessThanOrEqual(today);
      expect((Math.max(today, span[89] ?? 0) - first) * dayWidth).toBeLessThanOrEqual(600);
    }
    expect(fittingZoom([], today, 600).step).toBe(usualZoom.month);
    expect(fittingZoom([numberOf("1926-01-01"), today], today, 600).step).toBe(0);
  });

  it("has a zoom for every step, and one of each scale", () => {
    expect(zoomAt(-3).step).toBe(0);
    expect(zoomAt(99).step).toBe(zooms.length - 1);
    expect(new Set(zooms.map(({ scale }) => scale))).toEqual(new Set(scales));
    for (let step = 1; step < zooms.length; step++) {
      expect(zoomAt(step).dayWidth).toBeGreaterThan(zoomAt(step - 1).dayWidth);
    }
  });
});

describe("the units of a header", () => {
  const units: TickUnit[] = ["week", "month", "quarter", "year", "fiscalYear"];
  const range = { from: numberOf("2023-11-17"), to: numberOf("2029-03-02") };

  it("cover every day once, without gaps, whatever the fiscal year and the week begin with", () => {
    for (const unit of units) {
      for (let fiscalStart = 1; fiscalStart <= 12; fiscalStart++) {
        const ticks = ticksOf(unit, range, { fiscalStart, weekStart: fiscalStart % 7 });
        expect(ticks[0]?.from).toBeLessThanOrEqual(range.from);
        expect(ticks.at(-1)?.next).toBeGreaterThan(range.to);
        expect(ticks.at(-1)?.from).toBeLessThanOrEqual(range.to);
        for (const [i, tick] of ticks.entries()) {
          if (i > 0) expect(tick.from).toBe(ticks[i - 1]?.next);
        }
      }
    }
  });

  it.each([
    ["week", "2023-11-13"],
    ["month", "2023-11-01"],
    ["quarter", "2023-10-01"],
    ["year", "2023-01-01"],
    ["fiscalYear", "2023-04-01"],
  ] as const)("begin with the %s of the first day", (unit, first) => {
    expect(dayOf(ticksOf(unit, range, { fiscalStart: 4, weekStart: 0 })[0]?.from ?? 0)).toBe(first);
  });
});

describe("a step", () => {
  it.each([
    ["week", 1, "2026-02-01"],
    ["month", 1, "2026-02-07"],
    ["quarter", 1, "2026-02-28"],
    ["year", 1, "2026-04-30"],
    ["year", -1, "2025-10-31"],
  ] as const)("at the scale %s, %d from 31 January 2026, leads to %s", (scale, steps, want) => {
    expect(dayOf(stepFrom(scale, numberOf("2026-01-31"), steps))).toBe(want);
  });

  it("of none stays where it is", () => {
    for (const scale of scales)
      for (const day of days.map(numberOf)) expect(stepFrom(scale, day, 0)).toBe(day);
  });
});
