import { describe, expect, it } from "vitest";
import { parseRecordLink, recordLink } from "./record-link";

describe("parseRecordLink", () => {
  it("reads the four kinds of record", () => {
    expect(parseRecordLink("#/program/p1")).toEqual({ type: "program", id: "p1" });
    expect(parseRecordLink("#/objective/o1")).toEqual({ type: "objective", id: "o1" });
    expect(parseRecordLink("#/risk/r1?program=p1")).toEqual({ type: "risk", id: "r1", programId: "p1" });
    expect(parseRecordLink("#/milestone/m1?program=p1")).toEqual({
      type: "milestone",
      id: "m1",
      programId: "p1",
    });
  });

  it.each([
    "https://example.org/#/program/p1",
    "javascript:alert(1)",
    "#/settings",
    "#/program/",
    "#/program/a/b",
    "#/risk/r1",
    "#/program/%E0%A4%A",
    "",
  ])("takes nothing else for a record: %s", (href) => {
    expect(parseRecordLink(href)).toBeUndefined();
  });

  it("reads back what recordLink writes, whatever the id", () => {
    const ref = { type: "risk", id: "a/b?c#d %", programId: "p&q=1" } as const;
    expect(parseRecordLink(recordLink(ref))).toEqual(ref);
  });
});
