import { describe, expect, it } from "vitest";
import { portfolio, type desk } from "../../bridge/model";
import {
  conflictsOf,
  isComplete,
  mappingOf,
  needsNoLook,
  proposedChoices,
  proposedDay,
  reasonOf,
  rememberedChoices,
} from "./mapping";

const { Certain, Likely, None } = portfolio.Confidence;

function column(header: string, field: string, confidence = field === "" ? None : Certain) {
  return { header, count: 1, samples: [], field, confidence };
}

function layout(...columns: portfolio.FileColumn[]): portfolio.FileLayout {
  return {
    file: "/a/march.csv",
    kind: portfolio.FileKind.Csv,
    sheet: "",
    sheets: [],
    rows: 1,
    columns,
    key: "k",
    proposed_as_of: null,
    year: 0,
  };
}

function preview(of: portfolio.FileLayout, mapping?: Record<string, string>): desk.FilePreview {
  return {
    layout: of,
    sheet: "",
    fields: ["name", "owner", "status"],
    remembered: mapping ? { key: "k", mapping, sheet: "", used_at: 1 } : null,
    newest_as_of: null,
  };
}

const march = layout(column("Projekt", "name", Likely), column("Wer", ""), column("RAG", "status"));

describe("what the columns of a file are read as", () => {
  it("says every field, so that nothing is left to be proposed", () => {
    expect(mappingOf(proposedChoices(march), ["id", "name", "owner", "status"])).toEqual({
      id: "",
      name: "Projekt",
      owner: "",
      status: "RAG",
    });
  });

  it("is what it was the last time, where it is remembered", () => {
    const remembered = {
      key: "k",
      mapping: { name: "Projekt", owner: "Wer", status: "" },
      sheet: "",
      used_at: 1,
    };
    expect(rememberedChoices(march, remembered)).toEqual({ Projekt: "name", Wer: "owner", RAG: "" });
  });

  it("is not settled while two columns are one field, or none names the program", () => {
    const twice = { Projekt: "name", Wer: "owner", Lead: "owner" };
    expect([...conflictsOf(twice)]).toEqual([["owner", ["Wer", "Lead"]]]);
    expect(isComplete(twice)).toBe(false);
    expect(isComplete({ Projekt: "", Wer: "owner" })).toBe(false);
    expect(isComplete({ Nr: "external_id", Wer: "" })).toBe(true);
  });

  it("says who decided: the proposal, the last time, or the person", () => {
    const [name, who] = march.columns as [portfolio.FileColumn, portfolio.FileColumn];
    const before = proposedChoices(march);
    expect(reasonOf(name, before, before, false)).toBe(Likely);
    expect(reasonOf(name, before, before, true)).toBe("remembered");
    expect(reasonOf(who, before, before, true)).toBe(None);
    expect(reasonOf(who, { ...before, Wer: "owner" }, before, false)).toBe("chosen");
    expect(reasonOf(name, { ...before, Projekt: "" }, before, false)).toBe("chosen");
  });
});

describe("a look at the columns", () => {
  it.each([
    ["where a proposal is only likely", preview(march), false],
    ["where nothing names the program", preview(layout(column("RAG", "status"))), false],
    ["not where all proposals are certain", preview(layout(column("name", "name"), column("x", ""))), true],
    ["not where it was mapped before", preview(march, { name: "Projekt", status: "RAG", owner: "" }), true],
    ["where what is remembered names no program", preview(march, { name: "", status: "RAG" }), false],
    ["not where there is nothing to map", preview(layout()), true],
  ])("is needed %s", (_, of, needed) => {
    expect(needsNoLook(of)).toBe(needed);
  });
});

describe("the day of the figures", () => {
  it("is proposed where the files that say one agree", () => {
    const on = (day: string | null) => ({ ...march, proposed_as_of: day });
    expect(proposedDay([on(null), on("2026-03-31")])).toBe("2026-03-31");
    expect(proposedDay([on("2026-03-31"), on("2026-03-31")])).toBe("2026-03-31");
    expect(proposedDay([on("2026-03-31"), on("2026-04-30")])).toBeNull();
    expect(proposedDay([on(null)])).toBeNull();
  });
});
