import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { proposals } from "../../bridge/backend";
import { portfolio } from "../../bridge/model";
import { readAgain } from "../../lib/read-again";
import type { RowEdit } from "./proposal-rows";
import { proposalResultQuery } from "./queries";

/** What of a proposal is to be applied: the ticked rows, counted from 1, with the edits among them. */
interface Approval {
  rows: number[];
  edits: ReadonlyMap<number, RowEdit>;
}

/** Carries out or discards a proposal, and knows what applying it wrote. */
export function useProposal(proposal: portfolio.Proposal, onDecided: (proposal: portfolio.Proposal) => void) {
  const client = useQueryClient();
  const [refused, setRefused] = useState<portfolio.RefusedRow[]>([]);

  const apply = useMutation({
    mutationFn: ({ rows, edits }: Approval) =>
      proposals.Apply(
        proposal.id,
        rows,
        [...edits].filter(([row]) => rows.includes(row)).map(([row, value]) => ({ row, value })),
      ),
    onSuccess: (result) => {
      setRefused(result.refused);
      onDecided(result.proposal);
    },
    // Somebody else may have decided, in another window or with the command line: show what is so now.
    onError: () => askAgain(),
    onSettled: () => readAgain(client),
  });
  const discard = useMutation({
    mutationFn: () => proposals.Discard(proposal.id),
    onSuccess: () => onDecided({ ...proposal, state: portfolio.ProposalState.Discarded }),
    onError: () => askAgain(),
  });
  const askAgain = () => proposals.Get(proposal.id).then(onDecided, () => undefined);

  const written = useQuery({
    ...proposalResultQuery(proposal.change_set_id ?? 0),
    enabled: proposal.change_set_id != null,
  }).data;
  return { apply, discard, written, refused };
}
