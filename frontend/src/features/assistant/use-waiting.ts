import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { on } from "../../bridge/events";
import type { portfolio } from "../../bridge/model";
import { conversationsKey, waitingQuery } from "./queries";
import type { Thread } from "./thread";

/**
 * The proposals that wait for a decision outside the conversation that is open, oldest first. One that came into the open
 * conversation from elsewhere is shown by reading the conversation again.
 */
export function useWaiting(thread: Thread, open: (id: string) => Promise<void>): portfolio.Proposal[] {
  const client = useQueryClient();
  const waiting = useQuery(waitingQuery).data ?? [];
  useEffect(
    () =>
      on("data:changed", ({ proposals }) => {
        if (!proposals) return;
        void client.invalidateQueries({ queryKey: waitingQuery.queryKey });
        void client.invalidateQueries({ queryKey: conversationsKey });
      }),
    [client],
  );

  const { conversationId, messages } = thread;
  const shown = new Set(messages.map(({ proposal }) => proposal?.id));
  const unseen = waiting.find(
    ({ id, conversation_id }) => conversation_id === conversationId && !shown.has(id),
  );
  useEffect(() => {
    if (unseen) void open(unseen.conversation_id);
  }, [unseen, open]);
  return waiting.filter(({ conversation_id }) => conversation_id !== conversationId);
}
