import { portfolio } from "../../../bridge/model";
import type { Marker, TimelineRow, Tone } from "../../../drawing/report";
import type { Tone as WindowTone } from "../../../ui/chip";
import { statusTone } from "../../../vocabulary/status-chip";
import { isLate } from "./timeline-words";

const tones: Record<WindowTone, Tone> = {
  good: "green",
  warn: "amber",
  bad: "red",
  done: "done",
  none: "unreported",
};

/** A program as a timeline that is a file shows it, on a day. A milestone stands where it was completed, or else is due. */
export function asDrawn(
  program: portfolio.ProgramRow,
  detail: portfolio.TimelineRow | undefined,
  today: string,
): TimelineRow {
  return {
    label: program.name,
    start: program.start_date,
    end: program.launch_date,
    progress: program.progress ?? null,
    tone: tones[statusTone(program.status)],
    milestones: (detail?.milestones ?? []).flatMap((milestone) => {
      const date = milestone.completed_date ?? milestone.due_date;
      return date === null
        ? []
        : [{ date, label: milestone.name, state: stateOf(milestone, program, today) }];
    }),
  };
}

function stateOf(
  milestone: portfolio.Milestone,
  program: portfolio.ProgramRow,
  today: string,
): Marker["state"] {
  if (milestone.status === portfolio.MilestoneStatus.Done) return "done";
  if (milestone.status === portfolio.MilestoneStatus.Missed) return "missed";
  return isLate(milestone, program, today) ? "late" : "planned";
}
