import type { TFunction } from "i18next";
import { portfolio } from "../../../bridge/model";
import { addDays } from "../../../lib/dates";
import type { CellBlock } from "../../../ui/grid-cells";
import type { RecordEdit } from "../../../vocabulary/use-edit-records";
import { cellField, readCell, type CellField, type CellValue } from "./read-cell";

/** New values for fields of one program. */
export type CellValues = Partial<Record<CellField, CellValue>>;

/** The edit that gives a program new values, or undefined where it has them all. */
export function editOf(program: portfolio.ProgramRow, values: CellValues): RecordEdit | undefined {
  const fields = (Object.keys(values) as CellField[]).filter(
    (field) => (program[field] ?? null) !== values[field],
  );
  if (fields.length === 0) return undefined;
  return {
    entity: portfolio.Entity.Program,
    id: program.id,
    label: program.name,
    programId: program.id,
    before: Object.fromEntries(fields.map((field) => [field, program[field] ?? null])),
    after: Object.fromEntries(fields.map((field) => [field, values[field] ?? null])),
  };
}

/** The fields that are changed of many programs at once. */
export type BulkField = Exclude<CellField, "name" | "start_date" | "progress">;

/** One change of many programs: a value for all of them, or their launch moved by days. */
export type BulkChange = { field: BulkField; value: CellValue } | { field: "launch_date"; shift: number };

/** What a change of many programs would do. */
export interface BulkPlan {
  edits: RecordEdit[];
  /** How many have the value already. */
  already: number;
  /** How many have no launch date that could be moved. */
  undated: number;
}

export function planBulk(programs: readonly portfolio.ProgramRow[], change: BulkChange): BulkPlan {
  const plan: BulkPlan = { edits: [], already: 0, undated: 0 };
  for (const program of programs) {
    if ("shift" in change && program.launch_date === null) {
      plan.undated++;
      continue;
    }
    const value = "shift" in change ? addDays(program.launch_date ?? "", change.shift) : change.value;
    const edit = editOf(program, { [change.field]: value });
    if (edit) plan.edits.push(edit);
    else plan.already++;
  }
  return plan;
}

/** Values that a field goes from and to, and for how many programs. */
export interface EditStep {
  field: CellField;
  from: CellValue;
  to: CellValue;
  count: number;
}

/** The different steps of edits, the most frequent first. */
export function stepsOf(edits: readonly RecordEdit[]): EditStep[] {
  const steps = new Map<string, EditStep>();
  for (const { before, after } of edits) {
    for (const field of Object.keys(after) as CellField[]) {
      const from = before[field] as CellValue;
      const to = after[field] as CellValue;
      const key = JSON.stringify([field, from, to]);
      steps.set(key, { field, from, to, count: (steps.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...steps.values()].sort((a, b) => b.count - a.count);
}

/** A pasted value that cannot be taken, and where. */
export interface PasteProblem {
  program: string;
  column: string;
  reason: string;
}

/** What a paste would do. Nothing of it is done where there are problems. */
export interface PastePlan {
  edits: RecordEdit[];
  problems: PasteProblem[];
  /** How many cells had no place: beyond the last row or column. */
  beyond: number;
}

/**
 * Lays lines of cells over a block of the table. One cell fills the whole block; several lie over it from its first cell
 * on. A line that only repeats the titles of the columns is left out.
 */
export function planPaste(
  lines: readonly (readonly string[])[],
  block: CellBlock<portfolio.ProgramRow>,
  below: CellBlock<portfolio.ProgramRow>,
  t: TFunction,
  titleOf: (column: string) => string,
): PastePlan {
  const isTitles = (line: readonly string[]) =>
    line.length > 1 && line.every((text, i) => text === titleOf(below.columns[i] ?? ""));
  const cells = lines[0] && isTitles(lines[0]) ? lines.slice(1) : lines;
  const single = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  const target = single === undefined ? below : block;
  const filled = single === undefined ? cells : block.rows.map(() => block.columns.map(() => single));

  const plan: PastePlan = { edits: [], problems: [], beyond: 0 };
  filled.forEach((line, at) => {
    const program = target.rows[at];
    if (!program) {
      plan.beyond += line.length;
      return;
    }
    const values: CellValues = {};
    line.forEach((text, i) => {
      const column = target.columns[i];
      if (column === undefined) plan.beyond++;
      else readInto(values, plan.problems, program, column, text, t);
    });
    const edit = editOf(program, values);
    if (edit) plan.edits.push(edit);
  });
  return plan;
}

function readInto(
  values: CellValues,
  problems: PasteProblem[],
  program: portfolio.ProgramRow,
  column: string,
  text: string,
  t: TFunction,
): void {
  const field = cellField(column);
  const reading = field ? readCell(field, text, t) : { problem: t("table.fixed") };
  if (reading.problem !== undefined)
    problems.push({ program: program.name, column, reason: reading.problem });
  else if (field) values[field] = reading.value;
}
