import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { chat, history, proposals } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { everyChange } from "../../vocabulary/every-change";

export const conversationsKey = ["conversations"] as const;

/** Conversations with what was found in them; all of them, with nothing found, for a text without a word. */
export function conversationsQuery(text: string) {
  const wanted = text.trim();
  return queryOptions({
    queryKey: [...conversationsKey, wanted],
    queryFn: async (): Promise<portfolio.FoundConversation[]> =>
      wanted === "" ? (await chat.List()).map(asFound) : chat.Find(wanted),
    placeholderData: keepPreviousData,
  });
}

function asFound(conversation: portfolio.Conversation): portfolio.FoundConversation {
  return { conversation, title: [{ text: conversation.title, found: false }], passage: [] };
}

/** The proposals that wait for a decision, oldest first. An event says when others do. */
export const waitingQuery = queryOptions({
  queryKey: ["proposals", "waiting"],
  queryFn: () => proposals.Waiting(),
});

/** What applying a proposal wrote, and whether undoing takes back just that. */
export type ProposalResult = portfolio.ChangeSet & { newest: boolean };

export function proposalResultQuery(changeSet: number) {
  return queryOptions({
    queryKey: [dataKey, "proposal-result", changeSet],
    queryFn: async (): Promise<ProposalResult> => {
      const [set, latest] = await Promise.all([
        history.ChangeSet(changeSet),
        history.Activity(everyChange, 0, 20),
      ]);
      const newest = latest.find((other) => !other.undone && other.reverts == null);
      return { ...set, newest: newest?.id === changeSet };
    },
  });
}
