import { clsx } from "clsx";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../bridge/model";
import { ToneIcon } from "../ui/chip";
import { useDayWords } from "./day";
import { statusTone } from "./status-chip";
import styles from "./status-trend.module.css";

interface StatusTrendProps {
  /** The newest last. */
  points: portfolio.TrendPoint[];
  /** Whether the words of one point stand below the strip; without them they show on hover only. */
  caption?: boolean;
}

/**
 * The status that a program was declared to have over time, as a strip of icons. The strip is one stop of the Tab key; the
 * arrow keys go from point to point, and the words of the point follow.
 */
export function StatusTrend({ points, caption = true }: StatusTrendProps) {
  const { t } = useTranslation();
  const days = useDayWords();
  const [chosen, setChosen] = useState<number>();
  const newest = points.length - 1;
  const current = Math.min(chosen ?? newest, newest);
  const wordsOf = ({ status, date, progress }: portfolio.TrendPoint) =>
    t(progress == null ? "trend.point" : "trend.pointWithProgress", {
      status: t(`status.${status ?? "none"}`),
      day: days.day(date),
      percent: progress,
    });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Partial<Record<string, number>> = {
      ArrowLeft: Math.max(0, current - 1),
      ArrowRight: Math.min(newest, current + 1),
      Home: 0,
      End: newest,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setChosen(to);
    event.currentTarget.querySelectorAll<HTMLElement>("[role=img]")[to]?.focus();
  };
  const shown = points[current];
  if (!shown) return null;
  return (
    <div
      className={styles.trend}
      onMouseLeave={() => setChosen(undefined)}
      onBlur={() => setChosen(undefined)}
    >
      <ol className={styles.strip} aria-label={t("trend.label")} onKeyDown={onKeyDown}>
        {points.map((point, index) => (
          <li key={point.date} onMouseEnter={() => setChosen(index)}>
            <span
              role="img"
              tabIndex={index === current ? 0 : -1}
              aria-label={wordsOf(point)}
              title={caption ? undefined : wordsOf(point)}
              className={clsx(styles.point, styles[statusTone(point.status)])}
              onFocus={() => setChosen(index)}
            >
              <ToneIcon tone={statusTone(point.status)} />
            </span>
          </li>
        ))}
      </ol>
      {caption && <p className={styles.caption}>{wordsOf(shown)}</p>}
    </div>
  );
}
