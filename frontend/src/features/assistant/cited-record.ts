import { portfolio } from "../../bridge/model";
import type { RecordRef } from "../../vocabulary/record-link";

/** The record that a citation names, as far as it has a place in the window. */
export function citedRecord({ type, id, program_id }: portfolio.Citation): RecordRef | undefined {
  if (type === portfolio.Entity.Program || type === portfolio.Entity.Objective) return { type, id };
  if ((type === portfolio.Entity.Risk || type === portfolio.Entity.Milestone) && program_id) {
    return { type, id, programId: program_id };
  }
  return undefined;
}
