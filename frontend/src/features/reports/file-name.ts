import type { TFunction } from "i18next";
import type { report } from "../../bridge/model";

/** What a report can be written as, each with the end of its file's name. */
export const exportFormats = ["pptx", "pdf", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The longest scope in a name, in characters: some systems refuse long names. */
const longestScope = 60;

/** The name that a file of a report is given: "Portfolio - Steering pack - 2026-11-30.pptx". */
export function fileName(
  t: TFunction,
  { kind, scope, scope_name, as_of }: Pick<report.Head, "kind" | "scope" | "scope_name" | "as_of">,
  format: ExportFormat,
): string {
  const whole = scope.view === "" && scope.program === "";
  const about = whole ? t("report.portfolio") : scope_name;
  return `${[about, t(`report.kind.${kind}`), as_of].map(plain).join(" - ")}.${format}`;
}

/** Without what no system, or not every one, allows in the name of a file. */
function plain(text: string): string {
  const allowed = text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, " ")
    .replace(/\s+/g, " ");
  return (
    Array.from(allowed.trim())
      .slice(0, longestScope)
      .join("")
      .replace(/^[. ]+|[. ]+$/g, "") || "-"
  );
}
