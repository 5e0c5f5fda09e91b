import { describe, expect, it } from "vitest";
import { parseSearch } from "../../lib/search-params";
import {
  changedBetween,
  choosePeriod,
  periodOf,
  periods,
  readActivitySearch,
  toActivityFilter,
} from "./address";

const read = (text: string) => readActivitySearch(parseSearch(text));

describe("the address of the activity", () => {
  it("becomes the filter that Go understands, without what makes no sense", () => {
    const text =
      "?actor=import&actor=ghost&entity=risk&program=p&q=rail&since=2026-01-02&until=soon&show=deleted";
    expect(toActivityFilter(read(text))).toEqual({
      actors: ["import"],
      entities: ["risk"],
      program: "p",
      text: "rail",
      since: "2026-01-02",
      until: null,
    });
  });
});

describe("the periods of what changed", () => {
  it.each(periods)("%s is found again in the address that it makes", (period) => {
    const chosen = readActivitySearch({ show: "changes", ...choosePeriod(period, {}, "2026-03-15") });
    expect(periodOf(chosen, "2026-03-15")).toBe(period);
  });

  it("begin a week ago, or with the month before", () => {
    expect(changedBetween({}, "2026-03-03")).toEqual({ since: "2026-02-24", until: "" });
    expect(choosePeriod("lastMonth", {}, "2026-01-15").since).toBe("2025-12-01");
  });
});
