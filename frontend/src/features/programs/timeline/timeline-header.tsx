import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import unseen from "../../../ui/unseen.module.css";
import { numberOf } from "./day-number";
import {
  headerUnitsOf,
  ticksOf,
  xOf,
  type Axis,
  type DayRange,
  type Scale,
  type TickRules,
} from "./time-scale";
import type { GridColumn } from "./timeline-columns";
import type { TimelineWords } from "./timeline-words";
import styles from "./timeline-header.module.css";

/** The height of the header, in pixels; the same as --head. */
export const headerHeight = 46;

interface AxisProps {
  axis: Axis;
  scale: Scale;
  /** The part of the axis that is drawn. */
  shown: DayRange;
  rules: TickRules;
  today: string;
}

interface TimelineHeaderProps extends AxisProps {
  columns: readonly GridColumn[];
  words: TimelineWords;
}

/** The names of the columns, and the units of time above the bars. */
export function TimelineHeader({ columns, axis, scale, shown, rules, today, words }: TimelineHeaderProps) {
  const { t } = useTranslation();
  const lines = headerUnitsOf(scale, rules.fiscalStart);
  return (
    <div role="row" aria-rowindex={1} className={styles.head}>
      <div role="presentation" className={styles.frozen}>
        {columns.map(({ id }) => (
          <div key={id} role="columnheader" className={styles.cell}>
            {t(id === "name" ? "field.program" : `field.${id}`)}
          </div>
        ))}
      </div>
      <div role="columnheader" className={styles.axis}>
        <span className={unseen.unseen}>{t("timeline.axis")}</span>
        {lines.map((unit, line) => (
          <div key={unit} aria-hidden className={clsx(styles.line, lines.length === 1 && styles.only)}>
            {ticksOf(unit, shown, rules).map((tick) => (
              <div
                key={tick.from}
                className={styles.tick}
                style={{ left: xOf(axis, tick.from), width: (tick.next - tick.from) * axis.dayWidth }}
              >
                <span className={line === 0 ? styles.wide : styles.narrow}>
                  {words.tick(tick, rules.fiscalStart, line === 0)}
                </span>
              </div>
            ))}
          </div>
        ))}
        <span aria-hidden className={styles.today} style={{ left: xOf(axis, numberOf(today) + 0.5) }} />
      </div>
    </div>
  );
}

/** The lines behind the bars: where units begin, and today. */
export function AxisLines({ axis, scale, shown, rules, today }: AxisProps) {
  const units = headerUnitsOf(scale, rules.fiscalStart);
  return (
    <div aria-hidden className={styles.lines}>
      {units.flatMap((unit, line) =>
        ticksOf(unit, shown, rules).map(({ from }) => (
          <span
            key={`${unit} ${from}`}
            className={clsx(styles.begin, line === 0 && styles.wideBegin)}
            style={{ left: xOf(axis, from) }}
          />
        )),
      )}
      <span className={styles.todayLine} style={{ left: xOf(axis, numberOf(today) + 0.5) }} />
    </div>
  );
}
