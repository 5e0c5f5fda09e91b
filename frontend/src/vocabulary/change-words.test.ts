import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { portfolio } from "../bridge/model";
import { changeWords, type ChangeWords } from "./change-words";

const { Program, Risk, Milestone } = portfolio.Entity;
let words: ChangeWords;
beforeAll(() => {
  words = changeWords(i18next.t, "en");
});

describe("a value of a change", () => {
  it.each([
    ["name", null, "—"],
    ["name", "", "—"],
    ["strategic_objectives", [], "—"],
    ["revision", 65, "65"],
    ["progress", 0, "0 %"],
    ["launch_date", "2026-09-15", "15 Sep 2026"],
    ["launch_date", "2026-09-31", "2026-09-31"],
    ["status", "On Track", "On Track"],
    ["owner", "High", "High"],
    ["strategic_objectives", ["Net zero", "Trust"], "Net zero, Trust"],
    ["other", { id: "a" }, '{"id":"a"}'],
  ])("%s %j reads as %s", (field, value, text) => {
    expect(words.value({ entity: Program, field }, value)).toBe(text);
  });

  it("is cut short where it is long", () => {
    expect(words.value({ entity: Program, field: "description" }, "x".repeat(500))).toHaveLength(161);
  });
});

describe("a row about a whole record", () => {
  const row = (entity: portfolio.Entity, label: string, after: unknown): portfolio.Change => ({
    entity,
    id: "",
    label,
    program_id: "p",
    field: "*",
    before: null,
    after,
  });

  it.each([
    [
      row(Risk, "No second supplier", { title: "No second supplier", severity: "High" }),
      "No second supplier, High",
    ],
    [row(Milestone, "", { name: "Pilot live", due_date: "2026-09-15" }), "Pilot live, 15 Sep 2026"],
    [row(Program, "Lighthouse", { name: "Lighthouse", status: null }), "Lighthouse"],
  ])("names it and what says most of it", (change, text) => {
    expect(words.record(change)).toBe(text);
  });
});
