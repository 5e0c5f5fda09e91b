import { ArrowRightIcon } from "@phosphor-icons/react/dist/csr/ArrowRight";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { daysBetween } from "../../lib/dates";
import { useDayWords } from "../../vocabulary/day";
import { StatusChip } from "../../vocabulary/status-chip";
import styles from "./status-updates.module.css";

interface DeclaredProps {
  update: portfolio.StatusUpdate;
  /** The update before it, to say what is different; undefined where that is not asked for. */
  before: portfolio.StatusUpdate | undefined;
}

/** What an update declares of its program, and what the one before it declared where that was something else. */
export function Declared({ update, before }: DeclaredProps) {
  const { t } = useTranslation();
  const words = useDayWords();
  const percent = (progress: number) => t("progress.percent", { percent: progress });
  const moved = daysBetween(before?.launch_date ?? "", update.launch_date ?? "") ?? 0;
  const risen = (update.progress ?? 0) - (before?.progress ?? update.progress ?? 0);
  return (
    <>
      {update.status && (
        <Step
          from={before?.status && before.status !== update.status && <StatusChip status={before.status} />}
        >
          <StatusChip status={update.status} />
        </Step>
      )}
      {update.progress != null && (
        <Step from={risen !== 0 && percent(update.progress - risen)}>{percent(update.progress)}</Step>
      )}
      {update.launch_date && (
        <Step from={moved !== 0 && t("update.launch", { day: words.day(before?.launch_date ?? null) })}>
          {moved === 0
            ? t("update.launch", { day: words.day(update.launch_date) })
            : t(moved > 0 ? "update.launchLater" : "update.launchEarlier", {
                day: words.day(update.launch_date),
                count: Math.abs(moved),
              })}
        </Step>
      )}
    </>
  );
}

/** A value, after the one that it took the place of. */
function Step({ from, children }: { from: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <span className={styles.step}>
      {from && (
        <>
          <span className={styles.from}>{from}</span>
          <ArrowRightIcon size={12} aria-label={t("update.became")} />
        </>
      )}
      {children}
    </span>
  );
}
