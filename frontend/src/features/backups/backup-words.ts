import type { TFunction } from "i18next";
import { portfolio } from "../../bridge/model";
import { formatInstant } from "../../lib/dates";

/** How many records a backup or the portfolio holds, of all kinds but programs. */
function othersIn(counts: portfolio.Counts): number {
  const { risks, milestones, objectives, status_updates, dependencies } = counts;
  return risks + milestones + objectives + status_updates + dependencies;
}

/** "40 programs, 220 other records" */
export function contents(t: TFunction, counts: portfolio.Counts): string {
  const others = othersIn(counts);
  return `${t("backup.programs", { count: counts.programs })}, ${t("backup.others", { count: others })}`;
}

/** "30 Nov 2026, 14:05" */
export function moment(backup: portfolio.Backup, language: string): string {
  return formatInstant(backup.written_at, language);
}

/** Why it was made; "" where the name of its file does not say. */
export function occasion(t: TFunction, backup: portfolio.Backup): string {
  const reason = Object.values(portfolio.BackupReason).find((known) => known === backup.reason);
  return reason ? t(`backup.reason.${reason}`) : "";
}

/** A size of a file for reading: "1.4 MB". */
export function fileSize(bytes: number, language: string): string {
  const [unit, factor] =
    bytes < 1_000_000 ? (["kilobyte", 1_000] as const) : (["megabyte", 1_000_000] as const);
  const format = new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(bytes / factor);
}
