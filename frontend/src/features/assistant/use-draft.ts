import { useState } from "react";
import type { RowEdit } from "./proposal-rows";

/** What a person set on a waiting proposal: the rows that are not ticked, and the edits of rows, counted from 1. */
export interface Draft {
  unticked: ReadonlySet<number>;
  edits: ReadonlyMap<number, RowEdit>;
}

/** The drafts by the id of the proposal, so that one is still there when its conversation is opened again. */
const drafts = new Map<string, Draft>();

export interface DraftActions {
  tick: (row: number, on: boolean) => void;
  /** Sets the edit of a row; undefined sets it back to what is proposed. */
  edit: (row: number, edit: RowEdit | undefined) => void;
}

export function useDraft(proposalId: string): [Draft, DraftActions] {
  const [draft, setDraft] = useState<Draft>(
    () => drafts.get(proposalId) ?? { unticked: new Set(), edits: new Map() },
  );
  const keep = (next: Draft) => {
    drafts.set(proposalId, next);
    setDraft(next);
  };
  return [
    draft,
    {
      tick: (row, on) => {
        const unticked = new Set(draft.unticked);
        if (on) unticked.delete(row);
        else unticked.add(row);
        keep({ ...draft, unticked });
      },
      edit: (row, edit) => {
        const edits = new Map(draft.edits);
        if (edit === undefined) edits.delete(row);
        else edits.set(row, edit);
        keep({ ...draft, edits });
      },
    },
  ];
}
