import type { TFunction } from "i18next";
import type { portfolio } from "../../bridge/model";

/** What each tool reads, as the catalogue names it. A tool that is not listed here reads "rows". */
const reads: Record<string, "programs" | "risks" | "milestones" | "groups"> = {
  list_programs: "programs",
  get_program: "programs",
  list_risks: "risks",
  list_milestones: "milestones",
  count_by: "groups",
};

/** One step in words: "235 programs · 4 ms". */
export function toolWords(t: TFunction, { tool, rows, ms }: portfolio.Step): string {
  return t("step.one", {
    what: t(`step.${reads[tool] ?? "rows"}`, { count: rows }),
    ms: Math.max(1, Math.round(ms)),
  });
}

/** All steps of an answer in a line: "Read 235 programs, 12 risks · 4 ms". */
export function stepWords(t: TFunction, steps: portfolio.Step[]): string {
  const totals = new Map<string, number>();
  for (const { tool, rows } of steps) {
    const what = reads[tool] ?? "rows";
    totals.set(what, (totals.get(what) ?? 0) + rows);
  }
  const what = [...totals].map(([key, count]) => t(`step.${key as "rows"}`, { count })).join(", ");
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  return t("step.read", { what, ms: Math.max(1, Math.round(ms)) });
}
