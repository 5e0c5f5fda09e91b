import { portfolio } from "../../../bridge/model";
import type { RecordEdit } from "../../../vocabulary/use-edit-records";
import { leadOf, moved, stepDays, type BarPart, type ProgramDates } from "./bar-shape";
import { dayOf, numberOf } from "./day-number";
import type { Scale } from "./time-scale";

/** What is being moved: a part of a program, or the due date of one of its milestones. */
export type Target =
  | { kind: "program"; program: portfolio.ProgramRow; part: BarPart }
  | { kind: "milestone"; program: portfolio.ProgramRow; milestone: portfolio.Milestone };

/** A move that is shown but not written yet. */
export interface Draft {
  target: Target;
  /** By how many days it was moved. */
  days: number;
  /** The steps of the keyboard so far. */
  steps: number;
  /** It was let go, and is shown until what was written arrives. */
  settling: boolean;
}

/** The record that a target is, by its id. */
export function idOf(target: Target): string {
  return target.kind === "program" ? target.program.id : target.milestone.id;
}

export function nameOf(target: Target): string {
  return target.kind === "program" ? target.program.name : target.milestone.name;
}

export function sameTarget(a: Target, b: Target): boolean {
  return idOf(a) === idOf(b) && (a.kind === "milestone" || b.kind === "milestone" || a.part === b.part);
}

/** The dates of the program of a target, as they are or moved. */
export function datesOf(target: Target, days: number): ProgramDates {
  return target.kind === "program" ? moved(target.program, target.part, days) : target.program;
}

/** The due date of the milestone of a target, moved. */
export function dueOf(target: Target, days: number): string | null {
  if (target.kind === "program" || target.milestone.due_date === null) return null;
  return dayOf(numberOf(target.milestone.due_date) + days);
}

/** A target as it is once a draft is written that moved the same record before. */
export function rebased(target: Target, before: Draft | undefined): Target {
  if (before?.target.kind !== target.kind || idOf(before.target) !== idOf(target)) return target;
  return target.kind === "program"
    ? { ...target, program: { ...target.program, ...datesOf(before.target, before.days) } }
    : { ...target, milestone: { ...target.milestone, due_date: dueOf(before.target, before.days) } };
}

/** The day that a target is moved by; null where it has none. */
export function leadDay(target: Target): string | null {
  return target.kind === "program" ? leadOf(target.program, target.part) : target.milestone.due_date;
}

/** The days of some steps of the keyboard. */
export function daysOfSteps(target: Target, scale: Scale, steps: number): number {
  const lead = leadDay(target);
  return lead === null ? 0 : stepDays(scale, lead, steps);
}

/** By how many days a target really moves: an end stops at the other one. */
export function effectiveDays(target: Target, days: number): number {
  const before = leadDay(target);
  if (before === null) return 0;
  const after =
    target.kind === "program"
      ? leadOf(moved(target.program, target.part, days), target.part)
      : dueOf(target, days);
  return after === null ? 0 : numberOf(after) - numberOf(before);
}

/** The change of fields that writes a draft. */
export function editOf(target: Target, days: number): RecordEdit {
  if (target.kind === "milestone") {
    const { milestone, program } = target;
    return {
      entity: portfolio.Entity.Milestone,
      id: milestone.id,
      label: milestone.name,
      programId: program.id,
      before: { due_date: milestone.due_date },
      after: { due_date: dueOf(target, days) },
    };
  }
  return datesEdit(target.program, moved(target.program, target.part, days));
}

/** The change of the dates of a program. */
export function datesEdit(
  program: ProgramDates & Pick<portfolio.Program, "id" | "name">,
  { start_date, launch_date }: ProgramDates,
): RecordEdit {
  return {
    entity: portfolio.Entity.Program,
    id: program.id,
    label: program.name,
    programId: program.id,
    before: { start_date: program.start_date, launch_date: program.launch_date },
    after: { start_date, launch_date },
  };
}

/** By how many days the launch of the program of a target moves. */
export function launchShift(target: Target, days: number): number {
  if (target.kind === "milestone" || target.program.launch_date === null) return 0;
  const { launch_date: after } = moved(target.program, target.part, days);
  return after === null ? 0 : numberOf(after) - numberOf(target.program.launch_date);
}
