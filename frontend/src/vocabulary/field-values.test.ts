import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { portfolio } from "../bridge/model";
import { canBeNone, readValue, textOfValue, wordsOf, type FieldValue } from "./field-values";

const { Program, Risk, Milestone, StatusUpdate } = portfolio.Entity;

const cases: { entity: portfolio.Entity; field: string; text: string; value: FieldValue | undefined }[] = [
  { entity: Program, field: "name", text: " Avocet ", value: "Avocet" },
  { entity: Program, field: "name", text: " ", value: undefined },
  { entity: Risk, field: "title", text: "", value: undefined },
  { entity: Program, field: "status", text: "at risk", value: "At Risk" },
  { entity: Program, field: "status", text: "", value: null },
  { entity: Risk, field: "status", text: "mitigating", value: "Mitigating" },
  { entity: Risk, field: "status", text: "", value: undefined },
  { entity: Risk, field: "severity", text: "Purple", value: undefined },
  { entity: Milestone, field: "status", text: "Done", value: "Done" },
  { entity: Milestone, field: "due_date", text: "15 Sep 2027", value: "2027-09-15" },
  { entity: Milestone, field: "due_date", text: "31 Feb 2027", value: undefined },
  { entity: Program, field: "progress", text: "65 %", value: 65 },
  { entity: Program, field: "progress", text: "140", value: undefined },
  { entity: Program, field: "owner", text: "Not reported", value: "" },
  {
    entity: Program,
    field: "strategic_objectives",
    text: "Safety; Growth;; Safety",
    value: ["Growth", "Safety"],
  },
  { entity: StatusUpdate, field: "status_update", text: "  ", value: undefined },
];

describe("a value that is typed", () => {
  it.each(cases)("$entity $field: “$text”", ({ text, value, ...of }) => {
    const reading = readValue(of, text, i18next.t);
    expect(reading.problem === undefined ? reading.value : undefined).toEqual(value);
    expect(reading.problem === undefined).toBe(value !== undefined);
  });

  it("is understood again as it is written", () => {
    for (const { text, value, ...of } of cases) {
      if (value === undefined) continue;
      const written = textOfValue(of, value, i18next.t);
      expect(readValue(of, written, i18next.t), text).toEqual({ value });
    }
  });

  it("may be not reported only where the record allows it", () => {
    expect(canBeNone({ entity: Program, field: "status" })).toBe(true);
    expect(canBeNone({ entity: Risk, field: "status" })).toBe(false);
    expect(canBeNone({ entity: Risk, field: "severity" })).toBe(true);
    expect(wordsOf({ entity: Risk, field: "owner" }, i18next.t)).toEqual([]);
  });
});
