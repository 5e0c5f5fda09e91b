import { clsx } from "clsx";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { report } from "../../bridge/model";
import { placeBar, timeScale, type TimeScale } from "../../drawing/time-scale";
import type { Stretch } from "./block-view";
import { CitedRecord } from "./cited-record";
import { useReportWords } from "./report-words-context";
import { timelineNames, timelineWidth } from "./sheet-size";
import styles from "./timeline-block.module.css";
import { Toned, toneOf } from "./tone";

const laneHeight = 22;
const middle = laneHeight / 2;
const half = 5; // of a diamond
const headLine = 14;
/** A part of the axis that is narrower has no room for its name. */
const leastNamed = 24;
const markers: readonly report.Marker["state"][] = ["done", "planned", "late", "missed"];

/** Rows in time: a bar from start to launch with what is done of it, and diamonds for milestones. */
export function TimelineBlock({ timeline, from, to }: { timeline: report.Timeline } & Stretch) {
  const { t } = useTranslation();
  const words = useReportWords();
  const scale = timeScale(timeline.from, timeline.to, 0, timelineWidth, words.month);
  const last = to >= timeline.rows.length;
  return (
    <div className={styles.timeline} style={{ "--names": `${timelineNames}px` } as CSSProperties}>
      <div className={styles.row} aria-hidden>
        <svg className={styles.head} width={timelineWidth} height={scale.rows.length * headLine + 4}>
          {scale.rows.map((ticks, line) =>
            ticks.map(
              ({ label, x, w }) =>
                w > leastNamed && (
                  <text key={x} x={x + 4} y={(line + 1) * headLine - 1}>
                    {label}
                  </text>
                ),
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
            <Lane row={row} scale={scale} today={timeline.today} />
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
  scale: TimeScale;
  today: string;
}

/** The bar and the milestones of a row. */
function Lane({ row, scale, today }: LaneProps) {
  const { t } = useTranslation();
  const { day } = useReportWords();
  const bar = placeBar(scale, row);
  const shown = row.milestones.filter(({ date }) => scale.within(date));
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
      {scale.rows.at(-1)?.map(({ x }) => (
        <line key={x} className={styles.tick} x1={x} x2={x} y1={0} y2={laneHeight} />
      ))}
      {bar && (
        <g className={styles[toneOf(row.tone) ?? "neutral"]}>
          <rect className={styles.bar} x={bar.x} y={middle - 6} width={bar.w} height={12} rx={2} />
          <rect className={styles.doneBar} x={bar.x} y={middle - 6} width={bar.done} height={12} rx={2} />
        </g>
      )}
      {scale.within(today) && (
        <line className={styles.today} x1={scale.at(today)} x2={scale.at(today)} y1={0} y2={laneHeight} />
      )}
      {shown.map(({ label, date, state }, i) => (
        <Diamond key={i} x={scale.at(date)} y={middle} state={state}>
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
