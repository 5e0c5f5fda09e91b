import { describe, expect, it } from "vitest";
import { leadOf, moved, shapeOf, stepDays, type ProgramDates } from "./bar-shape";
import { numberOf } from "./day-number";

const dates = (start_date: string | null, launch_date: string | null): ProgramDates => ({
  start_date,
  launch_date,
});
const leap = dates("2024-02-29", "2024-12-31");

describe("the shape of a program", () => {
  it.each([
    [leap, { kind: "bar", start: numberOf("2024-02-29"), launch: numberOf("2024-12-31") }],
    [
      dates("2026-01-01", "2026-01-01"),
      { kind: "bar", start: numberOf("2026-01-01"), launch: numberOf("2026-01-01") },
    ],
    [dates(null, "2026-01-01"), { kind: "launch", launch: numberOf("2026-01-01") }],
    [dates("2026-01-01", null), { kind: "start", start: numberOf("2026-01-01") }],
    [dates("2026-02-01", "2026-01-01"), { kind: "launch", launch: numberOf("2026-01-01") }],
    [dates(null, null), undefined],
  ])("with the dates %j is %j", (given, shape) => {
    expect(shapeOf(given)).toEqual(shape);
  });
});

describe("moving", () => {
  it("there and back changes nothing, however far", () => {
    for (const given of [leap, dates(null, "2026-03-31"), dates("2026-01-31", null)]) {
      for (const days of [1, 28, 29, 366, 1461]) {
        expect(moved(moved(given, "move", days), "move", -days)).toEqual(given);
      }
    }
  });

  it.each([
    ["move", 1, dates("2024-03-01", "2025-01-01")],
    ["start", -29, dates("2024-01-31", "2024-12-31")],
    ["start", 1000, dates("2024-12-31", "2024-12-31")],
    ["launch", 1, dates("2024-02-29", "2025-01-01")],
    ["launch", -1000, dates("2024-02-29", "2024-02-29")],
  ] as const)("its part %s by %d days stops where the other end is", (part, days, want) => {
    expect(moved(leap, part, days)).toEqual(want);
  });

  it("leaves what is not reported alone", () => {
    expect(moved(dates(null, "2026-01-01"), "move", 5)).toEqual(dates(null, "2026-01-06"));
    expect(moved(dates(null, "2026-01-01"), "start", 5)).toEqual(dates(null, "2026-01-01"));
  });

  it("counts its steps from the day that leads", () => {
    expect(leadOf(leap, "move")).toBe("2024-02-29");
    expect(leadOf(dates(null, "2026-01-31"), "move")).toBe("2026-01-31");
    expect(leadOf(dates(null, "2026-01-31"), "start")).toBeNull();
    expect(stepDays("quarter", "2026-01-31", 1)).toBe(28);
    expect(stepDays("quarter", "2026-01-31", 0)).toBe(0);
  });
});
