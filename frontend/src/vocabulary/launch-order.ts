import type { portfolio } from "../bridge/model";
import { daysBetween } from "../lib/dates";

type Launching = Pick<portfolio.Program, "launch_date" | "status">;

/**
 * By how many days a program launches before the one that it waits for; 0 where the order holds, where a date is not
 * reported, and where the other is completed and so no longer waited for.
 */
export function violation(first: Launching, waiting: Launching): number {
  if (first.status === "Completed" || first.launch_date === null || waiting.launch_date === null) return 0;
  return Math.max(0, daysBetween(waiting.launch_date, first.launch_date) ?? 0);
}
