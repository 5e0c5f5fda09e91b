import type { portfolio, Status } from "../../bridge/model";
import { formatDay, today } from "../../lib/dates";
import { readStored, writeStored } from "../../lib/stored";

/** A status update that is being written. It is kept on this computer until it is posted or thrown away. */
export interface UpdateDraft {
  /** What happened, in the author's own words. */
  text: string;
  asks: string;
  /** The facts that the author left out: some by their keys, or all because the text tells them. */
  leftOut: string[] | "all";
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

/** An update that says again what the program says, to be changed where that is no longer so. */
export function freshDraft(program: portfolio.Program, language: string): UpdateDraft {
  return {
    text: "",
    asks: "",
    leftOut: [],
    status: program.status ?? "",
    progress: program.progress == null ? "" : String(program.progress),
    launch: program.launch_date === null ? "" : formatDay(program.launch_date, language),
    date: formatDay(today(), language),
    author: program.owner,
  };
}

/** A draft with a text that was handed to it, which tells the facts itself. What its author wrote before stays above. */
export function withHanded(draft: UpdateDraft, text: string): UpdateDraft {
  if (draft.text.includes(text)) return draft;
  return {
    ...draft,
    text: draft.text.trim() === "" ? text : `${draft.text.trim()}\n\n${text}`,
    leftOut: "all",
  };
}
