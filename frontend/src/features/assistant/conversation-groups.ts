import type { portfolio } from "../../bridge/model";
import { dayOf, daysBetween } from "../../lib/dates";

/** The groups of the list of conversations, in their order. Those of days say up to how many days ago they reach. */
const days = { today: 0, yesterday: 1, week: 7, month: 30, older: Infinity } as const;

export type ConversationGroup = "pinned" | keyof typeof days;

/** Puts conversations into groups by the day on which they were talked in last; pinned ones into their own. */
export function groupConversations(
  found: readonly portfolio.FoundConversation[],
  today: string,
): [ConversationGroup, portfolio.FoundConversation[]][] {
  const groups = new Map<ConversationGroup, portfolio.FoundConversation[]>();
  for (const each of found) {
    const group = groupOf(each.conversation, today);
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const order: ConversationGroup[] = ["pinned", ...dayGroups];
  return order.flatMap((group) => {
    const members = groups.get(group);
    return members ? [[group, members] as [ConversationGroup, portfolio.FoundConversation[]]] : [];
  });
}

const dayGroups = Object.keys(days) as (keyof typeof days)[];

function groupOf({ pinned, updated_at }: portfolio.Conversation, today: string): ConversationGroup {
  if (pinned) return "pinned";
  const ago = daysBetween(dayOf(new Date(updated_at)), today) ?? 0;
  return dayGroups.find((group) => ago <= days[group]) ?? "older";
}
