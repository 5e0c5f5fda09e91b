import { linkOptions } from "@tanstack/react-router";
import { portfolio, type Level, type Status } from "../../bridge/model";
import { writeProgramFilter, type ProgramFilter, type ProgramPreset } from "../../vocabulary/program-filter";

/** The list of the programs of the filter that are in a preset, or of all of them. */
export function programsOf(filter: ProgramFilter, show?: ProgramPreset) {
  return linkOptions({ to: "/programs", search: { ...filter, ...(show && { show }) } });
}

/** The list of those with a declared status ("" is not reported); undefined where the filter leaves none of them. */
export function programsWith(filter: ProgramFilter, status: Status | "") {
  if (filter.status && !filter.status.includes(status)) return undefined;
  return programsOf({ ...filter, status: [status] });
}

const openStatuses = [portfolio.RiskStatus.Open, portfolio.RiskStatus.Mitigating];

/** The address of the programs of the filter in a list of something else. */
function scope(filter: ProgramFilter) {
  const of = writeProgramFilter(filter);
  return of === undefined ? {} : { of };
}

/** The open risks of the programs, of a severity and a likelihood where they are given; null is not reported. */
export function openRisksOf(filter: ProgramFilter, severity?: Level | null, likelihood?: Level | null) {
  return linkOptions({
    to: "/risks",
    search: {
      ...(severity !== undefined && { severity: [severity ?? ""] }),
      ...(likelihood !== undefined && { likelihood: [likelihood ?? ""] }),
      status: openStatuses,
      ...scope(filter),
    },
  });
}

/** The overdue milestones of the programs. */
export function overdueOf(filter: ProgramFilter) {
  return linkOptions({
    to: "/milestones",
    search: { show: portfolio.Preset.Overdue, ...scope(filter) },
  });
}

export type ListLink =
  ReturnType<typeof programsOf> | ReturnType<typeof openRisksOf> | ReturnType<typeof overdueOf>;
