import { expect, it } from "vitest";
import type { portfolio } from "../../bridge/model";
import { groupConversations } from "./conversation-groups";

function talked(id: string, day: string, pinned = false): portfolio.FoundConversation {
  const at = new Date(`${day}T12:00:00`).getTime();
  return {
    conversation: { id, title: id, pinned, created_at: at, updated_at: at, messages: [] },
    title: [],
    passage: [],
  };
}

it("groups conversations by the day of their last turn, pinned ones first", () => {
  const found = [
    talked("pinned long ago", "2025-01-01", true),
    talked("ahead of the clock", "2026-06-16"),
    talked("now", "2026-06-15"),
    talked("a day ago", "2026-06-14"),
    talked("two days ago", "2026-06-13"),
    talked("a week ago", "2026-06-08"),
    talked("a month ago", "2026-05-16"),
    talked("a year ago", "2025-06-15"),
  ];
  const groups = groupConversations(found, "2026-06-15").map(([group, members]) => [
    group,
    members.map(({ conversation }) => conversation.id),
  ]);
  expect(groups).toEqual([
    ["pinned", ["pinned long ago"]],
    ["today", ["ahead of the clock", "now"]],
    ["yesterday", ["a day ago"]],
    ["week", ["two days ago", "a week ago"]],
    ["month", ["a month ago"]],
    ["older", ["a year ago"]],
  ]);
});
