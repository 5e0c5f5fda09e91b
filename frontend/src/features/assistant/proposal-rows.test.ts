import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import { editedValue, fieldsOfNew, rowFates, tickedRows, withValue } from "./proposal-rows";

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
    expect(rowFates({ changes: [change({})] }, undefined, new Set())).toEqual(["waiting"]);
  });

  it("tells applied, refused and left out rows apart", () => {
    const rows = [change({}), change({ field: "progress" }), change({ id: "p2", program_id: "p2" })];
    expect(rowFates({ changes: rows }, set([change({})]), new Set([3]))).toEqual([
      "applied",
      "left",
      "refused",
    ]);
  });

  it("goes by what was decided where that was kept", () => {
    const rows = [change({}), change({ field: "progress" }), change({ field: "owner" })];
    const decision = { applied: [3], refused: [{ row: 1, reason: "x" }], edited: [] };
    expect(rowFates({ changes: rows, decision }, set([]), new Set())).toEqual(["refused", "left", "applied"]);
  });

  it("knows a new record by its label, because its id is new", () => {
    const row = change({ entity: Entity.Risk, id: "", label: "No supplier", field: "*", before: null });
    const written = change({ entity: Entity.Risk, id: "r9", label: "No supplier", field: "*", before: null });
    expect(rowFates({ changes: [row] }, set([written]), new Set())).toEqual(["applied"]);
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
    expect(rowFates({ changes: [row] }, set([written]), new Set())).toEqual(["applied"]);
  });
});

describe("tickedRows", () => {
  it("counts from 1 and leaves out what is not ticked", () => {
    expect(tickedRows(3, new Set([2]))).toEqual([1, 3]);
  });
});

describe("withValue", () => {
  const fresh = change({
    entity: Entity.Risk,
    field: "*",
    before: null,
    after: { title: "No yard", severity: "High", owner: "" },
  });

  it("keeps what differs from the proposed value, and nothing else", () => {
    expect(withValue(change({}), undefined, "status", "Off Track")).toBe("Off Track");
    expect(withValue(change({}), "Off Track", "status", "At Risk")).toBeUndefined();
    expect(withValue(change({}), undefined, "status", null)).toBeNull();
    expect(withValue(change({ after: "" }), undefined, "owner", null)).toBeUndefined();
  });

  it("keeps of a new record the fields that differ", () => {
    const one = withValue(fresh, undefined, "severity", "Low");
    expect(one).toEqual({ severity: "Low" });
    const two = withValue(fresh, one, "title", "No ship yard");
    expect(two).toEqual({ severity: "Low", title: "No ship yard" });
    expect(withValue(fresh, two, "severity", "High")).toEqual({ title: "No ship yard" });
    expect(withValue(fresh, one, "severity", "High")).toBeUndefined();
    expect(editedValue(fresh, two, "title")).toBe("No ship yard");
    expect(editedValue(fresh, two, "owner")).toBeUndefined();
  });

  it("shows of a new record its main fields, and what else it holds", () => {
    expect(fieldsOfNew(fresh)).toEqual(["title", "severity"]);
    const after = { name: "Pilot", due_date: null, completed_date: "2026-01-01" };
    const milestone = change({ entity: Entity.Milestone, field: "*", before: null, after });
    expect(fieldsOfNew(milestone)).toEqual(["name", "due_date", "completed_date"]);
  });
});
