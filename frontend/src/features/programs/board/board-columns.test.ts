import { describe, expect, it } from "vitest";
import { portfolio } from "../../../bridge/model";
import { toQuery, type BoardField, type ProgramSearch } from "../address";
import { columnQuery, columnsOf, fieldValue, sameValue } from "./board-columns";

const group = (value: string, count: number): portfolio.Group => ({
  value,
  count,
  average: null,
  reported: 0,
});

describe("columnsOf", () => {
  it.each<[string, BoardField, ProgramSearch, portfolio.Group[], portfolio.Group[], string]>([
    [
      "stages in the order of the vocabulary, empty ones too, not reported last",
      "pipeline_stage",
      {},
      [],
      [group("", 4), group("Planning", 2)],
      "Discovery 0, Planning 2, In Progress 0, Launching 0, Completed 0,  4",
    ],
    [
      "owners of the whole portfolio by name, with the counts of the list",
      "owner",
      {},
      [group("Zoe", 9), group("", 1), group("Ada", 3)],
      [group("Zoe", 1)],
      "Ada 0, Zoe 1,  0",
    ],
    [
      "one column for owners that differ only in case",
      "owner",
      {},
      [group("Ada", 3), group("ADA", 1)],
      [group("Ada", 3), group("ADA", 1)],
      "Ada 4,  0",
    ],
    [
      "only the statuses that the filter asks for",
      "status",
      { status: ["At Risk", ""] },
      [],
      [group("At Risk", 5)],
      "At Risk 5,  0",
    ],
  ])("gives %s", (_what, by, search, occurring, counted, expected) => {
    const columns = columnsOf(by, search, occurring, counted);
    expect(columns.map(({ value, count }) => `${value} ${count}`).join(", ")).toBe(expected);
  });
});

describe("columnQuery", () => {
  it("keeps filter, search and order, and takes its own value instead of the filter on the field", () => {
    const search: ProgramSearch = {
      status: ["At Risk", "Off Track"],
      owner: ["Ada"],
      q: "rail",
      sort: "-progress",
    };
    const query = columnQuery(toQuery(search), "status", "Off Track");
    expect(query.where).toEqual([
      { field: portfolio.Field.Owner, op: portfolio.Op.Is, values: ["Ada"] },
      { field: portfolio.Field.Status, op: portfolio.Op.Is, values: ["Off Track"] },
    ]);
    expect([query.text, query.sort[0]]).toEqual(["rail", { field: portfolio.Field.Progress, desc: true }]);
  });
});

describe("fieldValue", () => {
  it("writes not reported as each field has it", () => {
    expect(fieldValue("pipeline_stage", "")).toBeNull();
    expect(fieldValue("status", "")).toBeNull();
    expect(fieldValue("owner", "")).toBe("");
    expect(fieldValue("owner", "Ada")).toBe("Ada");
  });
});

describe("sameValue", () => {
  it("compares as Go does", () => {
    expect(sameValue("Ada", "ADA")).toBe(true);
    expect(sameValue("Ömer", "ömer")).toBe(false);
  });
});
