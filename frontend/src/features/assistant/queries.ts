import { queryOptions } from "@tanstack/react-query";
import { chat, history, proposals } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { everyChange } from "../../vocabulary/every-change";

export const conversationsKey = ["conversations"] as const;

/** The conversations, the last one talked in first. */
export const conversationsQuery = queryOptions({
  queryKey: conversationsKey,
  queryFn: () => chat.List(),
});

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
