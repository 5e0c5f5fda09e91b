import type { report } from "../../bridge/model";

export type ReportKind = report.Head["kind"];

/** The kinds of reports, in the order in which they are offered. */
export const kinds: readonly ReportKind[] = [
  "executive",
  "steering",
  "program",
  "risks",
  "milestones",
  "changes",
];
