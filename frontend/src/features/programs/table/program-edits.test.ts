import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import type { portfolio } from "../../../bridge/model";
import { editOf, planBulk, planPaste, stepsOf } from "./program-edits";
import { readCell } from "./read-cell";

/** The words of the catalogue by their keys: what is after the last dot. */
const t = ((key: string) => key.slice(key.lastIndexOf(".") + 1)) as unknown as TFunction;

const program = (id: string, fields: Partial<portfolio.ProgramRow>) =>
  ({
    id,
    name: id,
    status: null,
    owner: "",
    launch_date: null,
    progress: null,
    ...fields,
  }) as portfolio.ProgramRow;
const ada = program("ada", { owner: "Ada", launch_date: "2026-02-27", progress: 10 });
const grace = program("grace", { owner: "Grace" });

describe("what is typed into a cell", () => {
  it.each([
    ["status", "off track", "Off Track"],
    ["status", "notReported", null],
    ["launch_date", "14 Mar 2026", "2026-03-14"],
    ["launch_date", " ", null],
    ["progress", "62 %", 62],
    ["progress", "", null],
    ["owner", " Ada ", "Ada"],
    ["owner", "=SUM(A1)", "=SUM(A1)"],
  ] as const)("is understood: %s %j", (field, text, value) => {
    expect(readCell(field, text, t)).toEqual({ value });
  });

  it.each([
    ["status", "Green"],
    ["launch_date", "3/4/2026"],
    ["progress", "101"],
    ["progress", "half"],
    ["name", " "],
  ] as const)("is refused with a sentence: %s %j", (field, text) => {
    expect(readCell(field, text, t).problem).toBeTruthy();
  });
});

describe("edits of programs", () => {
  it("name what was there, and are none where nothing differs", () => {
    expect(editOf(ada, { owner: "Grace", progress: 10 })).toMatchObject({
      before: { owner: "Ada" },
      after: { owner: "Grace" },
    });
    expect(editOf(ada, { owner: "Ada" })).toBeUndefined();
  });

  it("of many say how many are so already", () => {
    const plan = planBulk([ada, grace], { field: "owner", value: "Grace" });
    expect(plan).toMatchObject({ already: 1, undated: 0 });
    expect(stepsOf(plan.edits)).toEqual([{ field: "owner", from: "Ada", to: "Grace", count: 1 }]);
  });

  it("move launches over the end of a month, and leave the undated", () => {
    const plan = planBulk([ada, grace], { field: "launch_date", shift: 7 });
    expect(plan.edits.map(({ after }) => after)).toEqual([{ launch_date: "2026-03-06" }]);
    expect(plan.undated).toBe(1);
  });
});

describe("a paste", () => {
  const below = { rows: [ada, grace], columns: ["owner", "progress"] };
  const paste = (lines: string[][], block = { rows: [ada], columns: ["owner"] }) =>
    planPaste(lines, block, below, t, (column) => column.toUpperCase());

  it("lies over the cells from the first one on", () => {
    const { edits, problems } = paste([
      ["Ida", "50"],
      ["Ida", ""],
    ]);
    expect(problems).toEqual([]);
    expect(edits.map(({ after }) => after)).toEqual([{ owner: "Ida", progress: 50 }, { owner: "Ida" }]);
  });

  it("of one cell fills the whole block", () => {
    expect(paste([["Ida"]], { rows: [ada, grace], columns: ["owner"] }).edits).toHaveLength(2);
  });

  it("leaves out the titles of the columns, and what lies beyond the table", () => {
    const plan = paste([
      ["OWNER", "PROGRESS"],
      ["Ida", "5", "x"],
      ["Ida", "5"],
      ["Ida", "5"],
    ]);
    expect(plan.edits).toHaveLength(2);
    expect(plan.beyond).toBe(3);
  });

  it("names each value that it cannot take", () => {
    expect(paste([["Ida", "half"]]).problems).toEqual([
      { program: "ada", column: "progress", reason: "invalid" },
    ]);
  });
});
