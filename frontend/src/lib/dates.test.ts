import { describe, expect, it } from "vitest";
import { daysBetween, dayOf, formatDay, parseDay, spanOf } from "./dates";

describe("daysBetween", () => {
  it.each([
    ["2026-01-31", "2026-02-01", 1],
    ["2026-02-01", "2026-01-31", -1],
    ["2024-02-28", "2024-03-01", 2],
    ["2026-03-28", "2026-03-30", 2], // summer time begins in between
    ["2026-01-01", "2026-01-01", 0],
  ])("counts from %s to %s: %d", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each(["2026-02-30", "not reported", "", "2026-1-1"])("knows that %j is no day", (text) => {
    expect(daysBetween("2026-01-01", text)).toBeUndefined();
  });
});

describe("formatDay", () => {
  it.each([
    ["2026-03-14", "14 Mar 2026"],
    ["2026-09-01", "01 Sep 2026"],
    ["soon", "soon"],
  ])("writes %s as %s", (day, text) => {
    expect(formatDay(day, "en")).toBe(text);
  });

  it("writes days as another language does", () => {
    expect(formatDay("2026-03-14", "de")).toBe("14.03.2026");
  });
});

describe("parseDay", () => {
  it.each([
    ["2026-03-14", "2026-03-14"],
    [" 14 Mar 2026 ", "2026-03-14"],
    ["1 September 2026", "2026-09-01"],
    ["14.3.2026", "2026-03-14"],
    ["14. März 2026", "2026-03-14"],
    ["1. Dez. 2026", "2026-12-01"],
  ])("reads %j", (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each(["3/4/2026", "31 Feb 2026", "2026-13-01", "tomorrow", "14 Foo 2026", ""])(
    "does not guess at %j",
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  it("reads what formatDay writes", () => {
    expect(parseDay(formatDay("2026-09-05", "en"))).toBe("2026-09-05");
  });
});

describe("spanOf", () => {
  it("counts days up to 999 and years from there", () => {
    expect(spanOf(-999)).toEqual({ unit: "days", count: 999 });
    expect(spanOf(1000)).toEqual({ unit: "years", count: 2 });
    expect(spanOf(-1697)).toEqual({ unit: "years", count: 4 });
  });
});

describe("dayOf", () => {
  it("takes the day of this computer's zone", () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });
});
