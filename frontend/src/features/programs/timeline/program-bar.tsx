import { clsx } from "clsx";
import type { PointerEvent } from "react";
import type { portfolio } from "../../../bridge/model";
import { ToneIcon } from "../../../ui/chip";
import { statusTone } from "../../../vocabulary/status-chip";
import { shapeOf, type BarPart } from "./bar-shape";
import styles from "./program-bar.module.css";
import { xOf, type Axis } from "./time-scale";

interface ProgramBarProps {
  /** The program with the dates that are shown. */
  program: portfolio.ProgramRow;
  axis: Axis;
  label: string;
  /** Begins to move a part; undefined where nothing can be changed. */
  onMove: ((event: PointerEvent, part: BarPart) => void) | undefined;
  /** Begins to draw a dependency from the launch. */
  onLink: ((event: PointerEvent) => void) | undefined;
}

/** A bar narrower than this has no room for its icon, in pixels. */
const roomForIcon = 26;

/** A program on the axis: a bar from its start to its launch, or a mark where only one of them is known. */
export function ProgramBar({ program, axis, label, onMove, onLink }: ProgramBarProps) {
  const shape = shapeOf(program);
  if (!shape) return null;
  const tone = statusTone(program.status);
  const left = xOf(axis, shape.kind === "launch" ? shape.launch : shape.start);
  const right = shape.kind === "start" ? left : xOf(axis, shape.launch + 1);
  const grab = (part: BarPart) =>
    onMove ? { onPointerDown: (event: PointerEvent) => onMove(event, part) } : {};
  const link = onLink && <span aria-hidden className={styles.dot} data-dot onPointerDown={onLink} />;
  if (shape.kind !== "bar") {
    return (
      <div
        role="img"
        aria-label={label}
        title={label}
        className={clsx(
          styles.mark,
          styles[tone],
          shape.kind === "start" && styles.open,
          onMove && styles.movable,
        )}
        style={{ left: shape.kind === "launch" ? right : left }}
        {...grab("move")}
      >
        <ToneIcon tone={tone} />
        {shape.kind === "launch" && link}
      </div>
    );
  }
  const width = Math.max(right - left, 4);
  const wide = width >= roomForIcon;
  return (
    <div
      role="img"
      aria-label={label}
      title={label}
      className={clsx(styles.bar, styles[tone], onMove && styles.movable)}
      style={{ left, width }}
      {...grab("move")}
    >
      {program.progress !== null && (
        <span aria-hidden className={styles.progress} style={{ width: `${program.progress}%` }} />
      )}
      <span aria-hidden className={clsx(styles.icon, !wide && styles.beside)}>
        <ToneIcon tone={tone} />
      </span>
      {onMove && (
        <>
          <span aria-hidden className={clsx(styles.end, styles.start)} {...grabEnd(onMove, "start")} />
          <span aria-hidden className={clsx(styles.end, styles.launch)} {...grabEnd(onMove, "launch")} />
        </>
      )}
      {link}
    </div>
  );
}

/** An end is grabbed alone, and not with the bar. */
function grabEnd(onMove: (event: PointerEvent, part: BarPart) => void, part: BarPart) {
  return {
    onPointerDown: (event: PointerEvent) => {
      event.stopPropagation();
      onMove(event, part);
    },
  };
}
