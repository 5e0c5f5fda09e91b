import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import { boundStretches, unboundStretches } from "./claims";

function claim(from: number, to: number, bound: portfolio.Binding | null): portfolio.Claim {
  return { from, to, kind: "number", value: "", bound };
}

describe("unboundStretches", () => {
  it("finds what is not bound, also behind characters of several bytes", () => {
    const text = "Zürich 🙂 has 3, not 4";
    const bytes = new TextEncoder().encode(text);
    const at = (part: string) => new TextEncoder().encode(text.slice(0, text.indexOf(part))).length;
    expect(bytes.length).toBeGreaterThan(text.length);
    const found = unboundStretches(text, [
      claim(at("4"), at("4") + 1, null),
      claim(0, at(" 🙂"), null),
      claim(at("3"), at("3") + 1, { function: "count" }),
    ]);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(["Zürich", "4"]);
  });

  it("leaves out what does not lie in the text", () => {
    expect(unboundStretches("ü3", [claim(1, 2, null), claim(2, 9, null), claim(2, 2, null)])).toEqual([]);
  });
});

describe("boundStretches", () => {
  it("finds what states a cell, but no name and no figure that was counted", () => {
    const record = { type: portfolio.Entity.Program, id: "p", label: "Zürich" };
    const cell = { record, field: portfolio.Field.Status };
    const text = "Zürich is At Risk; 3 others";
    const found = boundStretches(text, [
      { ...claim(0, 7, { record, field: portfolio.Field.Name }), kind: "name" },
      { ...claim(11, 18, cell), kind: "word", value: "At Risk" },
      claim(20, 21, { function: "count" }),
      claim(22, 28, null),
    ]);
    expect(found).toEqual([{ from: 10, to: 17, record, field: portfolio.Field.Status, value: "At Risk" }]);
  });
});
