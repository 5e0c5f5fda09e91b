import type { portfolio } from "../bridge/model";
import { daysBetween, spanOf, type Span } from "../lib/dates";

/** How a launch date stands to today. "launched" is a completed program's date in the past; "dated" needs no word. */
export type LaunchNote =
  { kind: "undated" | "launched" | "dated" | "today" } | { kind: "ahead" | "late"; span: Span };

export function launchNote(
  program: Pick<portfolio.Program, "launch_date" | "status">,
  today: string,
): LaunchNote {
  const days = program.launch_date === null ? undefined : daysBetween(today, program.launch_date);
  if (days === undefined) return { kind: "undated" };
  if (program.status === "Completed") return { kind: days <= 0 ? "launched" : "dated" };
  if (days === 0) return { kind: "today" };
  return { kind: days > 0 ? "ahead" : "late", span: spanOf(days) };
}
