import type { TFunction } from "i18next";
import type { report } from "../../bridge/model";

/** What a report can be written as, each with the end of its file's name. */
export const exportFormats = ["pptx", "pdf", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The name that is suggested for a file of a report: "Portfolio - Steering pack - 2026-11-30.pptx". Go makes it one that systems take. */
export function fileName(
  t: TFunction,
  { kind, scope, scope_name, as_of }: Pick<report.Head, "kind" | "scope" | "scope_name" | "as_of">,
  format: ExportFormat,
): string {
  const whole = scope.view === "" && scope.program === "";
  const about = whole ? t("report.portfolio") : scope_name;
  return `${[about, t(`report.kind.${kind}`), as_of].join(" - ")}.${format}`;
}
