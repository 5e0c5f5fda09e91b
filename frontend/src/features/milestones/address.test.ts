import { describe, expect, it } from "vitest";
import { parseSearch } from "../../lib/search-params";
import { readMilestoneSearch, toCalendarQuery, toMilestoneQuery } from "./address";

const read = (text: string) => readMilestoneSearch(parseSearch(text));
const conditions = (text: string, today: string) =>
  toMilestoneQuery(read(text), today).where.map(({ field, op, values }) => `${field} ${op} ${values.join()}`);

describe("the presets of the milestones", () => {
  it.each([
    [
      "?show=next30",
      [
        "milestone.due_date from 2026-02-15",
        "milestone.due_date to 2026-03-17",
        "milestone.completed_date is ",
      ],
    ],
    [
      "?show=doneThisMonth",
      ["milestone.completed_date from 2026-02-01", "milestone.completed_date to 2026-02-28"],
    ],
    ["?show=whatever", []],
  ])("%s", (text, want) => expect(conditions(text, "2026-02-15")).toEqual(want));

  it("leave it to Go what is overdue", () => {
    expect(toMilestoneQuery(read("?show=overdue"), "2026-02-15").preset).toBe("overdue");
    expect(toMilestoneQuery(read("?show=next30"), "2026-02-15").preset).toBeUndefined();
  });

  it("leave the calendar alone, which keeps the other filters", () => {
    const query = toCalendarQuery(read("?show=overdue&owner=Ada"), "2026-02-01", "2026-02-28");
    expect(query.where.map(({ field }) => field)).toEqual([
      "owner",
      "milestone.due_date",
      "milestone.due_date",
    ]);
  });
});

describe("the address of the milestones", () => {
  it("keeps a view and a month that there are", () => {
    expect(read("?view=calendar&month=2026-02")).toEqual({ view: "calendar", month: "2026-02" });
    expect(read("?view=wall&month=2026-13")).toEqual({});
  });
});
