import { Link } from "@tanstack/react-router";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { clsx } from "clsx";
import { memo, type MouseEvent, type PointerEvent } from "react";
import type { portfolio } from "../../../bridge/model";
import { rowHeight } from "../../../ui/grid-columns";
import { Day } from "../../../vocabulary/day";
import { StatusChip } from "../../../vocabulary/status-chip";
import { Strong, Words } from "../../../vocabulary/words";
import { shapeOf } from "./bar-shape";
import { numberOf } from "./day-number";
import { datesOf, dueOf, type Draft, type Target } from "./draft";
import { MilestoneMark } from "./milestone-mark";
import { ProgramBar } from "./program-bar";
import { xOf, type Axis } from "./time-scale";
import { brokenOf, isLate, type TimelineWords } from "./timeline-words";
import type { GridColumn } from "./timeline-columns";
import styles from "./timeline-row.module.css";

interface TimelineRowProps {
  program: portfolio.ProgramRow;
  detail: portfolio.TimelineRow | undefined;
  index: number;
  columns: readonly GridColumn[];
  axis: Axis;
  today: string;
  words: TimelineWords;
  current: boolean;
  selected: boolean;
  /** A dependency is being drawn to this row. */
  aimedAt: boolean;
  /** The draft that moves this program or one of its milestones. */
  draft: Draft | undefined;
  rowRef: (element: HTMLElement | null) => void;
  onFocus: (index: number) => void;
  onToggle: (id: string) => void;
  /** Begins to drag a part, or to draw a dependency; undefined where nothing can be changed. */
  onMove: ((event: PointerEvent, target: Target) => void) | undefined;
  onLink: ((event: PointerEvent, program: portfolio.ProgramRow) => void) | undefined;
}

/** A program in the timeline: its cells in the grid, its bar and its milestones. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { program, detail, index, columns, axis, words, current, selected, draft, onMove, onLink } = props;
  const shown =
    draft?.target.kind === "program" ? { ...program, ...datesOf(draft.target, draft.days) } : program;
  const label = words.bar(shown, detail);
  const toggle = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) props.onToggle(program.id);
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={label}
      data-program={program.id}
      tabIndex={current ? 0 : -1}
      ref={current ? props.rowRef : undefined}
      className={clsx(styles.row, selected && styles.selected, props.aimedAt && styles.aimedAt)}
      style={{ top: index * rowHeight }}
      onFocus={() => props.onFocus(index)}
      onClick={toggle}
    >
      <div role="presentation" className={styles.frozen}>
        {columns.map(({ id }) => (
          <div key={id} role="gridcell" className={clsx(styles.cell, id === "launch_date" && styles.figures)}>
            <GridCell id={id} program={shown} />
          </div>
        ))}
      </div>
      <div role="gridcell" className={styles.bars}>
        <FirstLaunch program={shown} first={detail?.first_launch ?? null} axis={axis} words={words} />
        <ProgramBar
          program={shown}
          axis={axis}
          label={label}
          onMove={onMove && ((event, part) => onMove(event, { kind: "program", program, part }))}
          onLink={onLink && ((event) => stopped(event, () => onLink(event, program)))}
        />
        <Milestones {...props} shown={shown} />
        <TooEarly program={shown} detail={detail} axis={axis} words={words} />
      </div>
    </div>
  );
});

function stopped(event: PointerEvent, run: () => void): void {
  event.stopPropagation();
  run();
}

/** A cell of the grid on the left. */
function GridCell({ id, program }: { id: GridColumn["id"]; program: portfolio.ProgramRow }) {
  switch (id) {
    case "name":
      return (
        <Link to="/program/$id" params={{ id: program.id }} className={styles.link} tabIndex={-1}>
          <Strong text={program.name} />
        </Link>
      );
    case "status":
      return <StatusChip status={program.status} />;
    case "owner":
      return <Words text={program.owner} />;
    case "launch_date":
      return <Day day={program.launch_date} />;
  }
}

/** The milestones of a row, on their due dates. */
function Milestones({
  program,
  detail,
  axis,
  today,
  words,
  current,
  draft,
  onMove,
}: TimelineRowProps & { shown: portfolio.ProgramRow }) {
  return (detail?.milestones ?? []).map((milestone) => {
    const moving = draft?.target.kind === "milestone" && draft.target.milestone.id === milestone.id;
    const due = moving ? dueOf(draft.target, draft.days) : milestone.due_date;
    if (due === null) return null;
    const late = isLate({ ...milestone, due_date: due }, program, today);
    return (
      <MilestoneMark
        key={milestone.id}
        milestone={milestone}
        due={due}
        axis={axis}
        late={late}
        label={words.milestone({ ...milestone, due_date: due }, program, late)}
        reachable={current}
        onMove={
          onMove &&
          ((event) => stopped(event, () => onMove(event, { kind: "milestone", program, milestone })))
        }
      />
    );
  });
}

interface BesideBarProps {
  program: portfolio.ProgramRow;
  axis: Axis;
  words: TimelineWords;
}

/** The ghost of the first launch date that was ever reported, where it is another day. */
function FirstLaunch({ program, first, axis, words }: BesideBarProps & { first: string | null }) {
  const launch = program.launch_date;
  if (first === null || launch === null || first === launch) return null;
  const [a, b] = [xOf(axis, numberOf(first) + 1), xOf(axis, numberOf(launch) + 1)];
  return (
    <span
      aria-hidden
      title={words.firstLaunch(first)}
      className={clsx(styles.ghost, a < b ? styles.slipped : styles.early)}
      style={{ left: Math.min(a, b), width: Math.abs(b - a) }}
    />
  );
}

/** Says in red which program this one launches before, though it waits for it. */
function TooEarly({
  program,
  detail,
  axis,
  words,
}: BesideBarProps & { detail: portfolio.TimelineRow | undefined }) {
  const [worst] = brokenOf(program, detail);
  const shape = shapeOf(program);
  if (!worst || !shape || shape.kind === "start") return null;
  return (
    <span className={styles.tooEarly} style={{ left: xOf(axis, shape.launch + 1) }}>
      <WarningIcon size={12} weight="fill" aria-hidden />
      {words.tooEarly(worst)}
    </span>
  );
}
