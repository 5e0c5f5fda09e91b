import { portfolio } from "../../bridge/model";

/** What became of a row of a proposal: nothing yet, or it was applied, refused, or left out. */
export type RowFate = "waiting" | "applied" | "refused" | "left";

/**
 * Says what became of each row, from the change set that applying wrote; `refused` are the rows, from 1, of which the
 * reason is still known. A proposal with no change set at hand has rows that wait.
 */
export function rowFates(
  changes: portfolio.Change[],
  set: portfolio.ChangeSet | undefined,
  refused: ReadonlySet<number>,
): RowFate[] {
  return changes.map((row, index) => {
    if (refused.has(index + 1)) return "refused";
    if (!set) return "waiting";
    return set.changes.some((written) => isWritten(row, written)) ? "applied" : "left";
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
  const created = row.field === "*" && row.before === null;
  return created ? written.label === row.label : written.id === row.id;
}

/** The rows that are ticked, counted from 1 as Go counts them. */
export function tickedRows(count: number, unticked: ReadonlySet<number>): number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter((row) => !unticked.has(row));
}
