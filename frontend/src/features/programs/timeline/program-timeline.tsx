import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useMemo, useRef, useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Announcement } from "../../../ui/announcement";
import { rowHeight } from "../../../ui/grid-columns";
import { Notice } from "../../../ui/notice";
import { useRowKeys } from "../../../ui/use-row-keys";
import { useWidth } from "../../../ui/use-width";
import { useReadOnly, useToday } from "../../../vocabulary/desk-day";
import { useOnlyToday } from "../../../vocabulary/use-only-today";
import type { portfolio } from "../../../bridge/model";
import { lastList } from "../last-list";
import type { ProgramViewProps } from "../program-view";
import { useProgramSelection } from "../selection";
import { DatesDialog } from "./dates-dialog";
import { leadDay } from "./draft";
import { numberOf } from "./day-number";
import { ExportTimeline } from "./export-timeline";
import { LinksDialog } from "./links-dialog";
import { NoDatesTray } from "./no-dates-tray";
import styles from "./program-timeline.module.css";
import { ShiftOffer } from "./shift-offer";
import { numbersOf } from "./time-scale";
import { timelineColumns, widthOfColumns } from "./timeline-columns";
import { AxisLines, headerHeight, TimelineHeader } from "./timeline-header";
import { TimelineLayer } from "./timeline-layer";
import { TimelineRow } from "./timeline-row";
import { TimelineToolbar } from "./timeline-toolbar";
import { useTimelineWords } from "./timeline-words";
import { useAxis } from "./use-axis";
import { useDrags } from "./use-drags";
import { useMoves, type MovedLaunch } from "./use-moves";
import { timelineKeys } from "./use-timeline-keys";
import { useDatedPrograms, useMoreRows, useTimelineOf } from "./use-timeline-rows";
import { useTickRules } from "./use-tick-rules";

/** The programs of the list as bars on an axis of time. */
export function ProgramTimeline({ search, query }: ProgramViewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useTimelineWords();
  const selection = useProgramSelection();
  const readOnly = useReadOnly();
  const onlyToday = useOnlyToday();
  const today = useToday();
  const rules = useTickRules();
  const [said, say] = useState("");
  const [movedLaunch, setMovedLaunch] = useState<MovedLaunch>();
  const [dialog, setDialog] = useState<{ kind: "dates" | "links"; program: portfolio.ProgramRow }>();

  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const columns = useMemo(() => timelineColumns(width), [width]);
  const gridWidth = widthOfColumns(columns);

  const dated = useDatedPrograms(query);
  const { rows, places } = dated;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: headerHeight,
    scrollPaddingEnd: headerHeight,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useMoreRows(dated, last);
  const details = useTimelineOf(rows, first, last);

  const days = useMemo(() => {
    const milestones = [...details.values()].flatMap((row) => row.milestones.map(({ due_date }) => due_date));
    return numbersOf([
      ...rows.flatMap(({ start_date, launch_date }) => [start_date, launch_date]),
      ...milestones,
    ]);
  }, [rows, details]);
  const { axis, zoom, zoomTo, show, shown, room, onScroll } = useAxis({ scroller, gridWidth, days, today });

  const offer = useCallback(
    (next: MovedLaunch) =>
      setMovedLaunch((before) =>
        before?.program.id === next.program.id ? { ...next, days: before.days + next.days } : next,
      ),
    [],
  );
  const moves = useMoves({ rows, details, scale: zoom.scale, say, onMoved: offer });
  const drags = useDrags({ scroller, gridWidth, axis, rows, moves, say });

  const keys = useRowKeys({
    rows,
    rowKey,
    currentKey: lastList().programId,
    scrollTo: (index) => virtual.scrollToIndex(index),
    pageSize: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight) - 2),
    onOpen: ({ id }) => void navigate({ to: "/program/$id", params: { id } }),
  });
  const program = rows[keys.current];
  const toToday = () => show(numberOf(today), 1 / 3);
  const onKeyDown = timelineKeys({
    program,
    detail: program && details.get(program.id),
    moves,
    onlyToday,
    onDates: (at) => setDialog({ kind: "dates", program: at }),
    onLinks: (at) => setDialog({ kind: "links", program: at }),
    onToggle: selection.toggle,
    onZoom: (by) => zoomTo(zoom.step + by),
    onToday: toToday,
    onNudged: (target) => {
      const day = leadDay(target);
      const left = scroller.current?.scrollLeft ?? 0;
      const x = day === null ? left : (numberOf(day) - axis.from) * axis.dayWidth;
      if (day !== null && (x < left || x > left + room - 40)) show(numberOf(day), 1 / 3);
    },
    otherwise: keys.onKeyDown,
  });

  const offered = movedLaunch && rows[places.get(movedLaunch.program.id) ?? -1];
  const layout = {
    "--columns": columns.map((column) => `${column.width}px`).join(" "),
    "--grid-width": `${gridWidth}px`,
    "--head": `${headerHeight}px`,
    "--height": `${virtual.getTotalSize()}px`,
    "--width": `${gridWidth + (axis.to + 1 - axis.from) * axis.dayWidth}px`,
  } as CSSProperties;
  const axisProps = { axis, scale: zoom.scale, shown, rules, today };

  return (
    <div className={styles.timeline}>
      <TimelineToolbar scale={zoom.scale} step={zoom.step} onZoom={zoomTo} onToday={toToday}>
        <ExportTimeline search={search} />
        {movedLaunch && offered?.launch_date === movedLaunch.launch && (
          <ShiftOffer moved={movedLaunch} onClose={() => setMovedLaunch(undefined)} />
        )}
      </TimelineToolbar>
      <div ref={scroller} className={styles.scroller} style={layout} onScroll={onScroll}>
        <div
          role="grid"
          aria-label={t("timeline.label")}
          aria-description={t("timeline.keys")}
          aria-rowcount={rows.length + 1}
          aria-multiselectable
          aria-busy={dated.list.isFetching}
          className={styles.grid}
          onKeyDown={onKeyDown}
          onBlur={moves.settle}
        >
          <TimelineHeader columns={columns} words={words} {...axisProps} />
          <div role="rowgroup" data-list="" className={styles.body}>
            <AxisLines {...axisProps} />
            {items.map(({ index }) => {
              const row = rows[index];
              return row ? (
                <TimelineRow
                  key={row.id}
                  program={row}
                  detail={details.get(row.id)}
                  index={index}
                  columns={columns}
                  axis={axis}
                  today={today}
                  words={words}
                  current={index === keys.current}
                  selected={selection.has(row.id)}
                  aimedAt={drags.aimedAt === row.id}
                  draft={moves.draft?.target.program.id === row.id ? moves.draft : undefined}
                  rowRef={keys.rowRef}
                  onFocus={keys.setCurrent}
                  onToggle={selection.toggle}
                  onMove={readOnly ? undefined : drags.move}
                  onLink={readOnly ? undefined : drags.link}
                />
              ) : null;
            })}
          </div>
        </div>
        <TimelineLayer
          rows={rows}
          places={places}
          details={details}
          axis={axis}
          draft={moves.draft}
          drags={drags}
          firstRow={Math.floor((virtual.scrollOffset ?? 0) / rowHeight)}
          say={say}
        />
      </div>
      {rows.length === 0 && !dated.list.isFetching && <Notice title={t("timeline.nothingDated")} />}
      <NoDatesTray
        query={query}
        onOpen={(at) => setDialog({ kind: "dates", program: at })}
        onGrab={drags.place}
      />
      <Announcement text={said} />
      {dialog?.kind === "dates" && (
        <DatesDialog
          program={dialog.program}
          onSaved={(dates) =>
            say(t("timeline.saved", { name: dialog.program.name, dates: words.dates(dates) }))
          }
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog?.kind === "links" && (
        <LinksDialog program={dialog.program} say={say} onClose={() => setDialog(undefined)} />
      )}
    </div>
  );
}

function rowKey(program: portfolio.ProgramRow): string {
  return program.id;
}
