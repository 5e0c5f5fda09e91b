import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import i18next from "i18next";
import { conversationMarkdown } from "./conversation-markdown";

const at = new Date("2026-06-15T09:30:00").getTime();

function message(change: Partial<portfolio.Message>): portfolio.Message {
  return {
    id: "m",
    conversation_id: "c1",
    turn_id: "t1",
    role: portfolio.Role.Assistant,
    text: "",
    engine: "Built-in analyst",
    state: portfolio.TurnState.Done,
    error: "",
    understood: true,
    citations: [],
    figures: [],
    steps: [],
    claims: [],
    took_ms: 1200,
    tokens: null,
    created_at: at,
    seq: 0,
    ...change,
  };
}

const question = (text: string) => message({ role: portfolio.Role.Person, engine: "", took_ms: 0, text });
const claim = { from: 0, to: 1, kind: "number", value: "1" };
const owner: portfolio.Change = {
  entity: portfolio.Entity.Program,
  id: "p1",
  label: "A | B",
  program_id: "p1",
  field: "owner",
  before: "",
  after: "Kim",
};

function written(...messages: portfolio.Message[]): string {
  const conversation = {
    id: "c1",
    title: "Late ones",
    pinned: false,
    created_at: at,
    updated_at: at,
    messages,
  };
  const set = {
    id: 7,
    actor: portfolio.Actor.Agent,
    why: "",
    written_at: at,
    as_of: "2026-06-15",
    undone: false,
    count: 1,
    changes: [owner],
  };
  return conversationMarkdown(i18next.t, "en", conversation, [set]);
}

describe("a conversation as Markdown", () => {
  it("has questions, answers, engines, days, figures that were checked, and no address of a record", () => {
    const text = written(
      question("What is late?\nPlease."),
      message({
        text: "[Aurora \\[1\\]](#/program/p1) is.",
        tokens: { in: 812, out: 120 },
        claims: [
          { ...claim, bound: {} },
          { ...claim, bound: null },
        ],
      }),
      question("And?"),
      message({ state: portfolio.TurnState.Failed, error: "Nothing answers.", engine: "Ollama qwen3" }),
    );
    expect(text).toBe(
      [
        "# Late ones",
        "---",
        "**Question** · 15 Jun 2026, 09:30",
        "> What is late?\n> Please.",
        "**Built-in analyst** · 15 Jun 2026, 09:30 · 1.2 s · 812 + 120 tokens",
        "Aurora \\[1\\] is.",
        "*1 of 2 figures could not be checked*",
        "---",
        "**Question** · 15 Jun 2026, 09:30",
        "> And?",
        "**Ollama qwen3** · 15 Jun 2026, 09:30 · 1.2 s",
        "Nothing answers.\n",
      ].join("\n\n"),
    );
  });

  it("says what became of each row of a proposal", () => {
    const proposal: portfolio.Proposal = {
      id: "x",
      conversation_id: "c1",
      turn_id: "t1",
      from: "",
      title: "Change 2 fields",
      state: portfolio.ProposalState.Applied,
      changes: [owner, { ...owner, field: "progress", before: null, after: 40 }],
      created_at: at,
      change_set_id: 7,
    };
    const text = written(
      question("Hand it to Kim"),
      message({ text: "Shall I?\n\n| a |\n| --- |", proposal }),
    );
    expect(text).toContain("Shall I?\n\n**Change 2 fields** · Applied");
    expect(text).toContain("| A \\| B | Owner | Not reported | Kim | Applied |");
    expect(text).toMatch(/\| Progress \| Not reported \| 40.?% \| left out \|/);
    const decision = { applied: [1], refused: [], edited: [{ row: 1, value: "Ada" }] };
    const changed = written(message({ text: "Shall I?", proposal: { ...proposal, decision } }));
    expect(changed).toContain("| Owner | Not reported | Ada | Applied |");
  });
});
