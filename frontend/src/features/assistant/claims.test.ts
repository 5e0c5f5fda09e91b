import { describe, expect, it } from "vitest";
import type { portfolio } from "../../bridge/model";
import { unboundStretches } from "./claims";

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
