import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import type { Tone } from "../../ui/chip";
import styles from "./health-mix.module.css";

/** The parts of a mix, the worst first. */
const parts = [
  { key: "off_track", tone: "bad", status: "Off Track" },
  { key: "at_risk", tone: "warn", status: "At Risk" },
  { key: "on_track", tone: "good", status: "On Track" },
  { key: "completed", tone: "done", status: "Completed" },
  { key: "not_reported", tone: "none", status: "none" },
] as const satisfies readonly { key: keyof portfolio.StatusCounts; tone: Tone; status: string }[];

/** How many programs declare each status: a bar of colours, the counts in words on hover and for screen readers. */
export function HealthMix({ counts }: { counts: portfolio.StatusCounts }) {
  const { t } = useTranslation();
  const present = parts.filter(({ key }) => counts[key] > 0);
  if (present.length === 0) return <span className={styles.nothing}>{t("day.none")}</span>;
  const words = present
    .map(({ key, status }) => t(`statusCount.${status}`, { count: counts[key] }))
    .join(", ");
  return (
    <span role="img" aria-label={words} title={words} className={styles.mix}>
      {present.map(({ key, tone }) => (
        <span key={key} className={clsx(styles.part, styles[tone])} style={{ flexGrow: counts[key] }}>
          {counts[key]}
        </span>
      ))}
    </span>
  );
}
