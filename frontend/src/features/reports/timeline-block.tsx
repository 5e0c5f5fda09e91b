import { clsx } from "clsx";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { report } from "../../bridge/model";
import type { Stretch } from "./block-view";
import { CitedRecord } from "./cited-record";
import { useReportWords } from "./report-words-context";
import { timelineNames, timelineWidth } from "./sheet-size";
import styles from "./timeline-block.module.css";
import { barOf, isWithin, monthsOf, placeOf, type TimeSpan } from "./timeline-scale";
import { Toned, toneOf } from "./tone";

const laneHeight = 22;
const middle = laneHeight / 2;
const half = 5; // of a diamond
const markers: readonly report.Marker["state"][] = ["done", "planned", "late", "missed"];

/** Rows in time: a bar from start to launch with what is done of it, and diamonds for milestones. */
export function TimelineBlock({ timeline, from, to }: { timeline: report.Timeline } & Stretch) {
  const { t, i18n } = useTranslation();
  const words = useReportWords();
  const span: TimeSpan = { from: timeline.from, to: timeline.to, width: timelineWidth };
  const months = monthsOf(span);
  const name = new Intl.DateTimeFormat(i18n.language, {
    month: "short",
    ...(months.length <= 14 && { year: "2-digit" }),
    timeZone: "UTC",
  });
  const last = to >= timeline.rows.length;
  return (
    <div className={styles.timeline} style={{ "--names": `${timelineNames}px` } as CSSProperties}>
      <div className={styles.row} aria-hidden>
        <svg className={styles.head} width={timelineWidth} height={18}>
          {months.map(
            ({ day, x, width }, i) =>
              (width > 40 || i % 3 === 0) && (
                <text key={day} x={x + 4} y={13}>
                  {name.format(new Date(day))}
                </text>
              ),
          )}
        </svg>
      </div>
      <ul>
        {timeline.rows.slice(from, to).map((row, i) => (
          <li key={i} className={styles.row} data-row="">
            <span className={styles.name} title={row.label}>
              <CitedRecord cited={row.ref}>
                <Toned tone={row.tone}>{row.label}</Toned>
              </CitedRecord>
            </span>
            <Lane row={row} span={span} today={timeline.today} />
          </li>
        ))}
      </ul>
      {last && (
        <p className={styles.legend}>
          {markers.map((state) => (
            <span key={state}>
              <svg width={12} height={12} aria-hidden>
                <Diamond x={6} y={6} state={state} />
              </svg>
              {t(`report.marker.${state}`)}
            </span>
          ))}
          <span>
            <i className={styles.todayMark} aria-hidden />
            {t("report.today")}
          </span>
          {timeline.note !== "" && <span>{words.label(timeline.note)}</span>}
        </p>
      )}
    </div>
  );
}

interface LaneProps {
  row: report.TimelineRow;
  span: TimeSpan;
  today: string;
}

/** The bar and the milestones of a row. */
function Lane({ row, span, today }: LaneProps) {
  const { t } = useTranslation();
  const { day } = useReportWords();
  const bar = barOf(row, span);
  const only = row.start === null ? row.end : row.end === null ? row.start : null;
  const shown = row.milestones.filter(({ date }) => isWithin(date, span));
  const said = [
    row.start !== null || row.end !== null
      ? t("report.bar", { start: row.start ? day(row.start) : "–", end: row.end ? day(row.end) : "–" })
      : "",
    row.progress == null ? "" : t("progress.percent", { percent: row.progress }),
    ...shown.map(({ label, date, state }) => `${label}, ${day(date)}, ${t(`report.marker.${state}`)}`),
  ].filter((part) => part !== "");
  return (
    <svg
      className={styles.lane}
      width={timelineWidth}
      height={laneHeight}
      role="img"
      aria-label={said.join("; ") || t("notReported")}
    >
      {monthsOf(span).map((month) => (
        <line key={month.day} className={styles.month} x1={month.x} x2={month.x} y1={0} y2={laneHeight} />
      ))}
      {bar && (
        <g className={styles[toneOf(row.tone) ?? "neutral"]}>
          <rect className={styles.bar} x={bar.x} y={middle - 6} width={bar.width} height={12} rx={2} />
          <rect className={styles.doneBar} x={bar.x} y={middle - 6} width={bar.done} height={12} rx={2} />
        </g>
      )}
      {only !== null && isWithin(only, span) && (
        <circle className={styles.point} cx={placeOf(only, span)} cy={middle} r={4} />
      )}
      {isWithin(today, span) && (
        <line
          className={styles.today}
          x1={placeOf(today, span)}
          x2={placeOf(today, span)}
          y1={0}
          y2={laneHeight}
        />
      )}
      {shown.map(({ label, date, state }, i) => (
        <Diamond key={i} x={placeOf(date, span)} y={middle} state={state}>
          {`${label}, ${day(date)}, ${t(`report.marker.${state}`)}`}
        </Diamond>
      ))}
    </svg>
  );
}

interface DiamondProps {
  x: number;
  y: number;
  state: report.Marker["state"];
  /** Shown on hover. */
  children?: string;
}

/** A milestone: filled where it is done, empty while it is planned, red where it is late, crossed where it was missed. */
function Diamond({ x, y, state, children }: DiamondProps) {
  return (
    <g className={clsx(styles.marker, styles[`marker-${state}`])}>
      {children && <title>{children}</title>}
      <path d={`M${x} ${y - half}l${half} ${half}l-${half} ${half}l-${half} -${half}z`} />
      {state === "missed" && <path d={`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`} />}
    </g>
  );
}
