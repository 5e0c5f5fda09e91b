import { clsx } from "clsx";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { report } from "../../bridge/model";
import type { Tone } from "../../ui/chip";
import fill from "../../ui/tone-fill.module.css";
import styles from "./bars-block.module.css";
import type { Stretch } from "./block-view";
import { useReportWords } from "./report-words-context";
import { Toned, toneOf } from "./tone";

/** Stacked bars, one below the other, with the count of each part in words beside it. */
export function BarsBlock({ bars, from, to }: { bars: report.Bars } & Stretch) {
  const { t } = useTranslation();
  const { label } = useReportWords();
  return (
    <ul>
      {bars.items.slice(from, to).map((bar, i) => (
        <li key={i} className={styles.row} data-row="">
          <span className={styles.name}>{label(bar.label)}</span>
          <span className={styles.bar} aria-hidden>
            {bar.segments.map((segment) => (
              <i
                key={segment.label}
                className={clsx(styles.part, fillOf(toneOf(segment.tone)))}
                style={{ "--value": segment.value } as CSSProperties}
              />
            ))}
          </span>
          <span className={styles.counts}>
            {bar.segments.map((segment) => (
              <Toned key={segment.label} tone={segment.tone}>
                {t("report.segment", { label: label(segment.label), count: segment.value })}
              </Toned>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function fillOf(tone: Tone | undefined): string | undefined {
  return tone ? fill[tone] : styles.neutral;
}
