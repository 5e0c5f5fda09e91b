import { describe, expect, it } from "vitest";
import { placeColumns, readLayout, usualLayout, withColumn, withMoved } from "./grid-layout";

const columns = [
  { id: "name", width: 200, least: 150, givesWay: 0, grow: 3, pinned: true },
  { id: "status", width: 100, givesWay: 0 },
  { id: "owner", width: 100, givesWay: 2, grow: 1 },
  { id: "team", width: 100, givesWay: 3, optional: true },
];
const ids = columns.map(({ id }) => id);
const widths = (layout = usualLayout, available = 500) =>
  placeColumns(columns, layout, available).map(({ id, width }) => `${id} ${width}`);

describe("the layout of columns", () => {
  it("shares the room, and keeps from sight what nobody asked for", () => {
    expect(widths()).toEqual(["name 300", "status 100", "owner 100"]);
    expect(widths(usualLayout, 600)).toEqual(["name 375", "status 100", "owner 125"]);
  });

  it("drops what gives way, but nothing that a person asked for", () => {
    expect(widths(usualLayout, 350)).toEqual(["name 250", "status 100"]);
    const asked = withColumn(usualLayout, "team", { shown: true });
    expect(widths(asked, 350)).toEqual(["name 150", "status 100", "team 100"]);
  });

  it("keeps a width that a person chose, within reason", () => {
    expect(widths(withColumn(usualLayout, "owner", { width: 180 }))).toContain("owner 180");
    expect(withColumn(usualLayout, "owner", { width: 3 }).columns.owner?.width).toBe(56);
  });

  it("puts a column before another or at the end, after those that stay in sight", () => {
    expect(withMoved(usualLayout, ids, "owner", "status").order).toEqual(["name", "owner", "status", "team"]);
    expect(withMoved(usualLayout, ids, "status", undefined).order.at(-1)).toBe("status");
    expect(withMoved(usualLayout, ids, "status", "status")).toBe(usualLayout);
    const pinned = withColumn(usualLayout, "owner", { pinned: true });
    expect(placeColumns(columns, pinned, 500)).toMatchObject([
      { id: "name", left: 0 },
      { id: "owner", left: 300 },
      { id: "status" },
    ]);
  });

  it("reads what was kept, and begins anew where that makes no sense", () => {
    const layout = withColumn({ order: ["owner"], columns: {} }, "team", { shown: true });
    expect(readLayout(JSON.stringify(layout))).toEqual(layout);
    for (const text of [undefined, "", "null", "{", "[]", '{"order":1}']) {
      expect(readLayout(text), text).toBe(usualLayout);
    }
  });
});
