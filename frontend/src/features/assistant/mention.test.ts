import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import { mentionAt, mentionWords, withMention } from "./mention";

describe("a mention", () => {
  it.each([
    ["How is @", { at: 7, text: "" }],
    ["How is @Card Va", { at: 7, text: "Card Va" }],
    ["@", { at: 0, text: "" }],
    ["(@D", { at: 1, text: "D" }],
    ["mail a@b", undefined],
    ["How is @ 5", undefined],
    ["one @two\nthree", undefined],
    ['is @"Depot" late', undefined],
    [`@${"a".repeat(60)}`, undefined],
    ["none", undefined],
  ])("in %o is %o", (text, mention) => {
    expect(mentionAt(text, text.length)).toEqual(mention);
  });

  it("is what stands before the caret", () => {
    expect(mentionAt("How is @Card doing?", 9)).toEqual({ at: 7, text: "C" });
    expect(mentionAt("How is @Card doing?", 7)).toBeUndefined();
  });

  it.each([
    ["Depot", "p1", '"Depot"'],
    ['Phase 2 ("Fast")', "p1", '"Phase 2 (Fast)"'],
    ["Twin", "p7", '"p7"'],
  ])("of %o with the id %o becomes %o", (name, id, words) => {
    const found = { entity: portfolio.Entity.Program, id, name, program_id: id, program_name: "" };
    expect(mentionWords(found, (other) => other === "Twin")).toBe(words);
  });

  it("is replaced where it stands, and the caret is behind it", () => {
    expect(withMention("How is @Car doing?", { at: 7, text: "Car" }, '"Card Vault"')).toEqual({
      text: 'How is "Card Vault" doing?',
      caret: 19,
    });
    expect(withMention("Who owns @Car", { at: 9, text: "Car" }, '"Card Vault"')).toEqual({
      text: 'Who owns "Card Vault" ',
      caret: 22,
    });
  });
});
