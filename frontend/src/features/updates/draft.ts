import type { Status } from "../../bridge/model";
import { readStored, writeStored } from "../../lib/stored";

/** A status update that is being written. It is kept on this computer until it is posted or thrown away. */
export interface UpdateDraft {
  /** What happened, in the author's own words. */
  text: string;
  asks: string;
  /** The facts that the author left out. */
  leftOut: string[];
  /** "" declares none. */
  status: Status | "";
  /** As typed. */
  progress: string;
  launch: string;
  date: string;
  author: string;
}

const keyOf = (programId: string) => `update.draft.${programId}`;

export function readDraft(programId: string): UpdateDraft | undefined {
  const stored = readStored(keyOf(programId));
  if (stored === undefined) return undefined;
  try {
    return JSON.parse(stored) as UpdateDraft;
  } catch {
    return undefined; // What another version kept in another form is no draft.
  }
}

export function keepDraft(programId: string, draft: UpdateDraft | undefined): void {
  writeStored(keyOf(programId), draft && JSON.stringify(draft));
}
