import { clsx } from "clsx";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { statusTone } from "../../../vocabulary/status-chip";
import type { ProgramGroup } from "../queries";
import fill from "../../../ui/tone-fill.module.css";
import styles from "./group-summary.module.css";

/** What the heading of a group says: how many programs, their mix of statuses, and their average progress. */
export function GroupSummary({ group }: { group: ProgramGroup }) {
  const { t } = useTranslation();
  const mix = group.statuses.filter(({ count }) => count > 0);
  const words = mix.map(({ status, count }) => t(`statusCount.${status ?? "none"}`, { count })).join(" · ");
  return (
    <>
      <span className={styles.count}>{group.count}</span>
      <span className={styles.mix} aria-hidden>
        {mix.map(({ status, count }) => (
          <span
            key={status}
            className={clsx(styles.part, fill[statusTone(status)])}
            style={{ "--share": count } as CSSProperties}
          />
        ))}
      </span>
      <span className={styles.words}>{words}</span>
      {group.average != null && (
        <span className={styles.words}>{t("table.average", { percent: Math.round(group.average) })}</span>
      )}
    </>
  );
}
