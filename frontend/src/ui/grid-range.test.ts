import { describe, expect, it } from "vitest";
import { inSpan, isWide, rangeBetween, spanIn } from "./grid-range";

describe("a range of cells", () => {
  const range = rangeBetween({ row: 5, column: 1 }, { row: 3, column: 4 });

  it("is the same from whichever end it was begun", () => {
    expect(range).toEqual({ top: 3, bottom: 5, left: 1, right: 4 });
    expect(rangeBetween({ row: 3, column: 4 }, { row: 5, column: 1 })).toEqual(range);
  });

  it("marks its cells, both ends included, and no others", () => {
    expect([2, 3, 5, 6].map((row) => spanIn(range, row))).toEqual(["", "1-4", "1-4", ""]);
    expect([0, 1, 4, 5].map((column) => inSpan("1-4", column))).toEqual([false, true, true, false]);
    expect(inSpan("", 0)).toBe(false);
  });

  it("marks nothing where it is one cell", () => {
    const one = rangeBetween({ row: 2, column: 2 }, { row: 2, column: 2 });
    expect(isWide(one)).toBe(false);
    expect(spanIn(one, 2)).toBe("");
  });
});
