import { useEffect, useMemo } from "react";
import { useStored } from "../../lib/stored";
import type { RowEdit } from "./proposal-rows";

/** What a person set on a waiting proposal: the rows that are not ticked, and the edits of rows, counted from 1. */
export interface Draft {
  unticked: ReadonlySet<number>;
  edits: ReadonlyMap<number, RowEdit>;
}

/** A draft as it is kept. */
interface KeptDraft {
  unticked: number[];
  edits: [row: number, edit: RowEdit][];
}

export interface DraftActions {
  tick: (row: number, on: boolean) => void;
  /** Sets the edit of a row; undefined sets it back to what is proposed. */
  edit: (row: number, edit: RowEdit | undefined) => void;
}

/** The draft of a proposal while it waits. It is still there after a restart, and forgotten once the proposal is decided. */
export function useDraft(proposalId: string, waiting: boolean): [Draft, DraftActions] {
  const [kept, setKept] = useStored(`proposal.${proposalId}`);
  const decided = !waiting && kept !== undefined;
  useEffect(() => {
    if (decided) setKept(undefined);
  }, [decided, setKept]);
  const draft = useMemo(() => read(kept), [kept]);
  const keep = ({ unticked, edits }: Draft) => {
    const next: KeptDraft = { unticked: [...unticked], edits: [...edits] };
    setKept(unticked.size + edits.size === 0 ? undefined : JSON.stringify(next));
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

function read(kept: string | undefined): Draft {
  try {
    const { unticked, edits } = JSON.parse(kept ?? "") as KeptDraft;
    return { unticked: new Set(unticked), edits: new Map(edits) };
  } catch {
    return { unticked: new Set(), edits: new Map() }; // nothing is kept, or nothing that can be read
  }
}
