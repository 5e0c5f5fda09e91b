import { describe, expect, it } from "vitest";
import { launchNote } from "./launch";

const today = "2026-02-02";

describe("launchNote", () => {
  it.each([
    ["2026-03-14", "At Risk", { kind: "ahead", span: { unit: "days", count: 40 } }],
    ["2026-01-30", "Off Track", { kind: "late", span: { unit: "days", count: 3 } }],
    ["2022-03-31", "At Risk", { kind: "late", span: { unit: "years", count: 3 } }],
    ["2026-02-02", "On Track", { kind: "today" }],
    ["2025-12-12", "Completed", { kind: "launched" }],
    ["2026-12-12", "Completed", { kind: "dated" }],
    [null, "On Track", { kind: "undated" }],
  ] as const)("of %s and %s", (launch_date, status, note) => {
    expect(launchNote({ launch_date, status }, today)).toEqual(note);
  });

  it("takes a program whose status is not reported for live", () => {
    expect(launchNote({ launch_date: "2026-02-01", status: null }, today).kind).toBe("late");
  });
});
