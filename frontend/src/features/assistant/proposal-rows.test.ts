import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import { rowFates, tickedRows } from "./proposal-rows";

const { Entity } = portfolio;

function change(of: Partial<portfolio.Change>): portfolio.Change {
  return {
    entity: Entity.Program,
    id: "p1",
    label: "Depot",
    program_id: "p1",
    field: "status",
    before: "On Track",
    after: "At Risk",
    ...of,
  };
}

function set(changes: portfolio.Change[]): portfolio.ChangeSet {
  return {
    id: 7,
    actor: portfolio.Actor.Agent,
    why: "",
    written_at: 0,
    as_of: "2026-01-01",
    undone: false,
    count: changes.length,
    changes,
  };
}

describe("rowFates", () => {
  it("waits while nothing was written", () => {
    expect(rowFates([change({})], undefined, new Set())).toEqual(["waiting"]);
  });

  it("tells applied, refused and left out rows apart", () => {
    const rows = [change({}), change({ field: "progress" }), change({ id: "p2", program_id: "p2" })];
    expect(rowFates(rows, set([change({})]), new Set([3]))).toEqual(["applied", "left", "refused"]);
  });

  it("knows a new record by its label, because its id is new", () => {
    const row = change({ entity: Entity.Risk, id: "", label: "No supplier", field: "*", before: null });
    const written = change({ entity: Entity.Risk, id: "r9", label: "No supplier", field: "*", before: null });
    expect(rowFates([row], set([written]), new Set())).toEqual(["applied"]);
  });

  it("knows a posted update by its program", () => {
    const row = change({ entity: Entity.StatusUpdate, field: "status_update", before: null, after: "Text" });
    const written = change({
      entity: Entity.StatusUpdate,
      id: "u1",
      label: "2026",
      field: "*",
      before: null,
    });
    expect(rowFates([row], set([written]), new Set())).toEqual(["applied"]);
  });
});

describe("tickedRows", () => {
  it("counts from 1 and leaves out what is not ticked", () => {
    expect(tickedRows(3, new Set([2]))).toEqual([1, 3]);
  });
});
