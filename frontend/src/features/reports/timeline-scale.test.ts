import { describe, expect, it } from "vitest";
import { barOf, monthsOf, placeOf } from "./timeline-scale";

const year = { from: "2026-01-01", to: "2026-12-31", width: 365 };

describe("a timeline", () => {
  it.each([
    ["2026-01-01", 0],
    ["2026-02-01", 31],
    ["2025-06-01", 0],
    ["2027-06-01", 365],
  ])("draws %s at %d", (day, x) => expect(placeOf(day, year)).toBe(x));

  it("cuts a bar where the time ends, and keeps what is done of it in its place", () => {
    const bar = barOf({ start: "2025-07-01", end: "2026-06-30", progress: 75 }, year);
    expect(bar).toMatchObject({ x: 0, width: 181, cut: { start: true, end: false } });
    expect(Math.round(bar?.done ?? 0)).toBe(90);
  });

  it.each([
    [{ start: null, end: "2026-02-01" }],
    [{ start: "2026-02-01", end: null }],
    [{ start: "2025-02-01", end: "2025-03-01" }],
    [{ start: "2026-03-01", end: "2026-02-01" }],
  ])("has no bar for %j", (row) => expect(barOf(row, year)).toBeUndefined());

  it("names its months", () => {
    const months = monthsOf(year);
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toEqual({ day: "2026-12-01", x: 334, width: 31 });
  });
});
