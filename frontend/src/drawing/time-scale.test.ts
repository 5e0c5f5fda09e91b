import { describe, expect, it } from "vitest";
import { placeBar, timeScale } from "./time-scale";

const year = timeScale("2026-01-01", "2026-12-31", 0, 365, (day) => day);
const row = { start: null, end: null, progress: null };

describe("a scale of time", () => {
  it.each([
    ["2026-01-01", 0],
    ["2026-02-01", 31],
    ["2025-06-01", 0],
    ["2027-06-01", 365],
  ])("has %s at %d", (day, x) => expect(year.at(day)).toBeCloseTo(x));

  it("cuts a bar where the time ends, and keeps what is done of it in its place", () => {
    const bar = placeBar(year, { start: "2025-07-01", end: "2026-06-30", progress: 75 });
    expect(bar).toEqual({ x: 0, w: 180, done: 89 });
  });

  it("shows a row that has one day there", () => {
    expect(placeBar(year, { ...row, end: "2026-02-01" })).toEqual({ x: 31, w: 3, done: 0 });
    expect(placeBar(year, { ...row, start: "2026-02-01" })).toEqual({ x: 31, w: 3, done: 0 });
  });

  it.each([[row], [{ ...row, start: "2025-02-01", end: "2025-03-01" }]])("has no bar for %j", (none) =>
    expect(placeBar(year, none)).toBeUndefined(),
  );
});
