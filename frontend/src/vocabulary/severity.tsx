import { clsx } from "clsx";
import type { Level as Grade } from "../bridge/model";
import { useRowWords } from "../strings/row-words";
import styles from "./severity.module.css";

const tones: Record<Grade, string | undefined> = {
  High: styles.high,
  Medium: styles.medium,
  Low: styles.low,
};

/** How severe or likely a risk is: a filled part of three dots and the word. */
export function Level({ level }: { level: Grade | null }) {
  const { t } = useRowWords();
  if (level === null) return <span className={styles.none}>{t("level.none")}</span>;
  return (
    <span className={clsx(styles.level, tones[level])}>
      <span className={styles.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {t(`level.${level}`)}
    </span>
  );
}

/** The number of open High risks as a badge; nothing where there are none. */
export function HighRisks({ count }: { count: number }) {
  const { t } = useRowWords();
  if (count === 0) return null;
  const words = t("risk.openHigh", { count });
  return (
    <span className={styles.badge} title={words} role="img" aria-label={words}>
      {count}
    </span>
  );
}
