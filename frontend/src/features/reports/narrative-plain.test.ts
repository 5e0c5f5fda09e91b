import { describe, expect, it } from "vitest";
import { plainNarrative, withNarrative } from "./narrative-plain";

describe("a narrative as plain text", () => {
  it.each([
    ["", []],
    ["One.\n\nTwo.", ["One.", "Two."]],
    ["## Where we stand\n\n- **Aurora** is late\n- 2 * 3", ["Where we stand", "• Aurora is late", "• 2 * 3"]],
    ["[Aurora](#/program/a) is late", ["Aurora is late"]],
    ["<b>not bold</b>", ["<b>not bold</b>"]],
    ["a \\*star\\*", ["a *star*"]],
  ])("of %j is %j", (markdown, lines) => {
    expect(plainNarrative(markdown)).toEqual(lines);
  });
});

describe("a report with its narrative", () => {
  const pages = [{ title: "Summary", blocks: [{ title: "Facts" }] }];
  const kept = {
    id: "1",
    kind: "steering",
    title: "Steering pack",
    scope: { view: "", program: "" },
    scope_name: "Whole portfolio",
    as_of: "2026-11-30",
    since: null,
    created_at: 0,
    report: { kind: "steering", title: "", scope: "", as_of: "2026-11-30", since: null, pages },
  } as const;

  it("has it before everything else, and stays itself without one", () => {
    const mutable = { ...kept, report: { ...kept.report, pages: [...kept.report.pages] } };
    expect(withNarrative({ ...mutable, narrative: "" })).toBe(mutable.report);
    const [first] = withNarrative({ ...mutable, narrative: "All is well." }).pages;
    expect(first?.blocks).toEqual([
      { title: "", text: { paragraphs: ["All is well."] } },
      { title: "Facts" },
    ]);
    expect(pages[0]?.blocks).toHaveLength(1);
  });
});
