import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import { parseSearch } from "../../lib/search-params";
import { chooseCell, isChosen, readRiskSearch, toRiskQuery } from "./address";

const read = (text: string) => readRiskSearch(parseSearch(text));

describe("a cell of the heat map", () => {
  const worst = { severity: "High", likelihood: "High" } as const;
  const unrated = { severity: null, likelihood: null };

  it("filters the register, and no longer when it is chosen again", () => {
    for (const cell of [worst, unrated]) {
      const chosen = readRiskSearch({ ...read("?owner=Ada"), ...chooseCell(read("?owner=Ada"), cell) });
      expect(isChosen(chosen, cell)).toBe(true);
      expect(readRiskSearch({ ...chosen, ...chooseCell(chosen, cell) })).toEqual(read("?owner=Ada"));
    }
  });

  it("asks for open risks alone", () => {
    const chosen = readRiskSearch(chooseCell({}, worst));
    expect(toRiskQuery(chosen).where).toContainEqual({
      field: portfolio.Field.RiskStatus,
      op: "is",
      values: ["Open", "Mitigating"],
    });
  });

  it("is not the one that a wider filter shows", () => {
    expect(isChosen(read("?severity=High&likelihood=High"), worst)).toBe(false);
    const wider = read("?severity=High&severity=Low&likelihood=High&status=Open&status=Mitigating");
    expect(isChosen(wider, worst)).toBe(false);
  });
});
