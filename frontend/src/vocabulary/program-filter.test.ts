import { describe, expect, it } from "vitest";
import { parseSearch } from "../lib/search-params";
import {
  parseProgramFilter,
  programConditions,
  readProgramFilter,
  writeProgramFilter,
} from "./program-filter";

describe("the filter on programs", () => {
  it("reads back from one text what was written to it, whatever the values", () => {
    const filter = { status: ["At Risk", ""], owner: ["Ada & Ben = 2", ""], strategic_objectives: ["A+B"] };
    expect(parseProgramFilter(writeProgramFilter(filter))).toEqual(filter);
    expect(writeProgramFilter({})).toBeUndefined();
    expect(parseProgramFilter(undefined)).toEqual({});
  });

  it("drops words that are no values of a field", () => {
    expect(
      readProgramFilter(parseSearch("?status=Green&pipeline_stage=Planning&pipeline_stage=Later&x=1")),
    ).toEqual({ pipeline_stage: ["Planning"] });
  });

  it("becomes one condition a field", () => {
    expect(programConditions({ team: ["Summit", ""], assessed: ["Off Track"] })).toEqual([
      { field: "assessed", op: "is", values: ["Off Track"] },
      { field: "team", op: "is", values: ["Summit", ""] },
    ]);
  });
});
