import { parseSearch, textOf } from "../lib/search-params";

/** A record as an address names it: "#/program/ID", "#/risk/ID?program=PID", "#/objective/ID". */
export interface RecordRef {
  type: "program" | "risk" | "milestone" | "objective";
  id: string;
  /** The program of a risk or milestone. */
  programId?: string;
}

const pattern = /^#\/(program|risk|milestone|objective)\/([^/?#]+)(?:\?([^#]*))?$/;

/** Reads an address of ours; undefined for any other text, also for a risk or milestone without its program. */
export function parseRecordLink(href: string): RecordRef | undefined {
  const [, type, rawId, search] = pattern.exec(href) ?? [];
  const id = decoded(rawId);
  if (!id) return undefined;
  if (type === "program" || type === "objective") return { type, id };
  const programId = textOf(parseSearch(search ?? "").program);
  return (type === "risk" || type === "milestone") && programId ? { type, id, programId } : undefined;
}

/** Writes what parseRecordLink reads. */
export function recordLink({ type, id, programId }: RecordRef): string {
  const path = `#/${type}/${encodeURIComponent(id)}`;
  return programId && type !== "program" ? `${path}?program=${encodeURIComponent(programId)}` : path;
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined; // A stray percent sign: not an address that we wrote.
  }
}
