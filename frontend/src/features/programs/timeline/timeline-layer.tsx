import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { rowHeight } from "../../../ui/grid-columns";
import { toastFailure } from "../../../ui/toasts";
import { useReadOnly } from "../../../vocabulary/desk-day";
import { DependencyLines, launchPoint, type SelectedLink, type ShownLink } from "./dependency-lines";
import { numberOf } from "./day-number";
import { datesOf, dueOf, effectiveDays, type Draft } from "./draft";
import { xOf, type Axis } from "./time-scale";
import styles from "./timeline-layer.module.css";
import { TimelineTip } from "./timeline-tip";
import { useTimelineWords } from "./timeline-words";
import type { Drags } from "./use-drags";
import { useLinks } from "./use-links";

interface TimelineLayerProps {
  rows: portfolio.ProgramRow[];
  places: ReadonlyMap<string, number>;
  details: ReadonlyMap<string, portfolio.TimelineRow>;
  axis: Axis;
  draft: Draft | undefined;
  drags: Drags;
  /** The first row in sight: a tip of the rows below stands above what it is about. */
  firstRow: number;
  say: (text: string) => void;
}

/** What lies over the bars: the dependencies, and what a drag would do. */
export function TimelineLayer(props: TimelineLayerProps) {
  const { rows, places, details, axis, draft, drags, say } = props;
  const readOnly = useReadOnly();
  const { unlink } = useLinks(say);
  const [selected, select] = useState<SelectedLink>();

  const links = useMemo(() => {
    const shown = (id: string) => {
      const row = rows[places.get(id) ?? -1];
      if (!row || draft?.target.kind !== "program" || draft.target.program.id !== id) return row;
      return { ...row, ...datesOf(draft.target, draft.days) };
    };
    const found = new Map<string, ShownLink>();
    for (const row of details.values()) {
      for (const { dependency } of [...row.waits_for, ...row.holds_up]) {
        const [from, to] = [shown(dependency.from), shown(dependency.to)];
        if (from && to) found.set(dependency.id, { dependency, from, to });
      }
    }
    return [...found.values()];
  }, [rows, places, details, draft]);

  const { drawn, placed } = drags;
  const begin = drawn && launchPoint(drawn.from, places, axis);
  return (
    <div className={styles.layer}>
      <DependencyLines
        links={links}
        places={places}
        axis={axis}
        selected={selected}
        onSelect={select}
        onRemove={
          readOnly
            ? undefined
            : ({ dependency, from, to }) => unlink({ from, to }, dependency, { onFailed: toastFailure })
        }
        drawing={drawn && begin && { from: begin, to: drawn.at }}
      />
      {placed && <span aria-hidden className={styles.placed} style={{ left: placed.at.x }} />}
      <Tip {...props} />
    </div>
  );
}

/** What the drag or the nudge of the moment would do. */
function Tip({ places, axis, draft, drags: { drawn, placed }, firstRow }: TimelineLayerProps) {
  const { t } = useTranslation();
  const words = useTimelineWords();
  if (placed) {
    const title = t("timeline.launchOn", { day: words.shortDay(placed.launch) });
    return <TimelineTip x={placed.at.x} y={placed.at.y} above title={placed.program.name} text={title} />;
  }
  if (drawn) {
    const title = drawn.to
      ? t("timeline.linkTip", { from: drawn.from.name, to: drawn.to.name })
      : t("timeline.dragLink", { from: drawn.from.name });
    return <TimelineTip x={drawn.at.x} y={drawn.at.y} above title={title} />;
  }
  if (!draft || draft.settling) return null;
  const { target, days } = draft;
  const index = places.get(target.program.id);
  if (index === undefined) return null;
  const dates = datesOf(target, days);
  const due = dueOf(target, days);
  const at =
    due ??
    (target.kind === "program" && target.part === "start" ? dates.start_date : dates.launch_date) ??
    dates.start_date;
  if (at === null) return null;
  const above = index > firstRow + 2;
  return (
    <TimelineTip
      x={xOf(axis, numberOf(at) + 1)}
      y={(index + (above ? 0 : 1)) * rowHeight}
      above={above}
      title={due === null ? words.dates(dates, words.shortDay) : words.shortDay(due)}
      text={words.by(effectiveDays(target, days))}
    />
  );
}
