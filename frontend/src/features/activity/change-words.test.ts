import { describe, expect, it } from "vitest";
import { formatDay } from "../../lib/dates";
import { valueWords } from "./change-words";

const day = (iso: string) => formatDay(iso, "en");

describe("valueWords", () => {
  it.each([
    [null, "—"],
    ["", "—"],
    [[], "—"],
    [65, "65"],
    [0, "0"],
    ["2026-09-15", "15 Sep 2026"],
    ["2026-09-31", "2026-09-31"],
    ["On Track", "On Track"],
    [["Net zero", "Trust"], "Net zero, Trust"],
    [{ id: "a" }, '{"id":"a"}'],
  ])("writes %j as %s", (value, words) => {
    expect(valueWords(value, day)).toBe(words);
  });

  it("cuts a long text short", () => {
    expect(valueWords("x".repeat(500), day)).toHaveLength(161);
  });
});
