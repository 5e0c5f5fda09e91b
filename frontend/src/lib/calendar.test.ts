import { describe, expect, it } from "vitest";
import { addMonths, firstDayOfWeek, monthEnds, readMonth, sameDayIn, weekdayOf, weeksOf } from "./calendar";
import { addDays } from "./dates";

describe("days and months", () => {
  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-28", 2, "2026-03-30"], // over the change to summer time
  ])("%s and %i days is %s", (day, days, want) => expect(addDays(day, days)).toBe(want));

  it.each([
    ["2026-12", 1, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-05", -17, "2024-12"],
  ])("%s and %i months is %s", (month, months, want) => expect(addMonths(month, months)).toBe(want));

  it("knows the ends of a month, and the same day of a shorter one", () => {
    expect(monthEnds("2024-02")).toEqual({ first: "2024-02-01", last: "2024-02-29" });
    expect(sameDayIn("2026-02", "2026-01-31")).toBe("2026-02-28");
    expect(sameDayIn("2026-03", "2026-01-31")).toBe("2026-03-31");
  });

  it.each(["2026-13", "2026-1", "soon", undefined])("takes %s for no month", (text) =>
    expect(readMonth(text)).toBeUndefined(),
  );
});

describe("weeks", () => {
  it.each([1, 6, 7])(
    "holds every day of every month once, with weeks that begin on weekday %i",
    (firstDay) => {
      for (let month = "2023-11"; month < "2027-03"; month = addMonths(month, 1)) {
        const weeks = weeksOf(month, firstDay);
        const { first, last } = monthEnds(month);
        const days = weeks.flat();
        expect(days.filter((day) => day >= first && day <= last)).toHaveLength(Number(last.slice(8)));
        expect(new Set(days).size).toBe(days.length);
        for (const week of weeks) {
          expect(weekdayOf(week[0] ?? "")).toBe(firstDay);
          expect(week.some((day) => day >= first && day <= last)).toBe(true);
        }
      }
    },
  );

  it.each([
    ["de", ["de-DE"], 1],
    ["en", ["en-US"], 7],
    ["en", ["de-DE", "en-GB"], 1],
    ["en", ["en"], 1], // no region says otherwise
    ["en", ["C"], 1], // a computer without a locale
    ["en", [], 1],
  ])("begins for %s where the locales %j begin it", (language, locales, want) => {
    expect(firstDayOfWeek(language, locales)).toBe(want);
  });
});
