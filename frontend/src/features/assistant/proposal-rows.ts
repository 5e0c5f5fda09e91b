import { portfolio } from "../../bridge/model";
import { valueAt } from "../../vocabulary/change-words";
import type { FieldValue } from "../../vocabulary/field-values";

/** What became of a row of a proposal: nothing yet, or it was applied, refused, or left out. */
export type RowFate = "waiting" | "applied" | "refused" | "left";

/**
 * Says what became of each row: as it was decided, or, of what was applied before decisions were kept, from the change set
 * that applying wrote. `refused` are the rows, from 1, that were refused while the proposal went on waiting.
 */
export function rowFates(
  { changes, decision }: Pick<portfolio.Proposal, "changes" | "decision">,
  set: portfolio.ChangeSet | undefined,
  refused: ReadonlySet<number>,
): RowFate[] {
  return changes.map((change, index) => {
    const row = index + 1;
    if (refused.has(row)) return "refused";
    if (decision) {
      if (decision.refused.some((other) => other.row === row)) return "refused";
      return decision.applied.includes(row) ? "applied" : "left";
    }
    if (!set) return "waiting";
    return set.changes.some((written) => isWritten(change, written)) ? "applied" : "left";
  });
}

/** Whether a change of the log is what a row asked for. A record that was created, or posted, got an id of its own. */
function isWritten(row: portfolio.Change, written: portfolio.Change): boolean {
  if (row.field === "status_update") {
    return (
      written.entity === portfolio.Entity.StatusUpdate &&
      written.field === "*" &&
      written.program_id === row.id
    );
  }
  if (written.entity !== row.entity || written.field !== row.field) return false;
  return creates(row) ? written.label === row.label : written.id === row.id;
}

/** The rows that are ticked, counted from 1 as Go counts them. */
export function tickedRows(count: number, unticked: ReadonlySet<number>): number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter((row) => !unticked.has(row));
}

export function creates({ field, before }: portfolio.Change): boolean {
  return field === "*" && before === null;
}

export function deletes({ field, after }: portfolio.Change): boolean {
  return field === "*" && after === null;
}

/** What a person put in the place of what a row proposes: a value, or the fields of a record to create that differ. */
export type RowEdit = FieldValue | Readonly<Record<string, FieldValue>>;

/** The edit of a row after one field got another value; undefined where the row is as it was proposed. */
export function withValue(
  change: portfolio.Change,
  edit: RowEdit | undefined,
  field: string,
  value: FieldValue,
): RowEdit | undefined {
  if (!creates(change)) return sameValue(value, change.after) ? undefined : value;
  const fields = new Map(Object.entries(isFields(edit) ? edit : {}));
  if (sameValue(value, valueAt(change.after, field))) fields.delete(field);
  else fields.set(field, value);
  return fields.size === 0 ? undefined : Object.fromEntries(fields);
}

/** What was put in the place of the proposed value of a field; undefined where nothing was. */
export function editedValue(change: portfolio.Change, edit: unknown, field: string): unknown {
  return creates(change) ? valueAt(edit, field) : edit;
}

function isFields(edit: RowEdit | undefined): edit is Readonly<Record<string, FieldValue>> {
  return typeof edit === "object" && edit !== null && !Array.isArray(edit);
}

/** "" stands for a text that is not reported, and so does a field that a new record does not have. */
function sameValue(a: unknown, b: unknown): boolean {
  return (
    JSON.stringify(a === "" || a === undefined ? null : a) ===
    JSON.stringify(b === "" || b === undefined ? null : b)
  );
}

/** The fields of a new record that are always shown, and those that are shown where they hold something. */
const mainFields: Partial<Record<portfolio.Entity, { always: string[]; filled: string[] }>> = {
  [portfolio.Entity.Risk]: {
    always: ["title", "severity"],
    filled: ["likelihood", "owner", "mitigation", "description", "review_date"],
  },
  [portfolio.Entity.Milestone]: { always: ["name", "due_date"], filled: ["completed_date"] },
};

/** The fields in which a new record is shown. */
export function fieldsOfNew({ entity, after }: portfolio.Change): string[] {
  const { always, filled } = mainFields[entity] ?? { always: ["name"], filled: [] };
  return [...always, ...filled.filter((field) => !sameValue(valueAt(after, field), null))];
}
