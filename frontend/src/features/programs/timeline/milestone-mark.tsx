import { clsx } from "clsx";
import type { PointerEvent } from "react";
import { portfolio } from "../../../bridge/model";
import { numberOf } from "./day-number";
import styles from "./milestone-mark.module.css";
import { xOf, type Axis } from "./time-scale";

interface MilestoneMarkProps {
  milestone: portfolio.Milestone;
  /** The due date that is shown. */
  due: string;
  axis: Axis;
  late: boolean;
  label: string;
  /** Whether the keyboard reaches it: in the current row alone. */
  reachable: boolean;
  onMove: ((event: PointerEvent) => void) | undefined;
}

/** A milestone: a diamond on its due date, and the ghost of its baseline where that is another day. */
export function MilestoneMark({ milestone, due, axis, late, label, reachable, onMove }: MilestoneMarkProps) {
  const x = middleOf(axis, due);
  const baseline = milestone.baseline_date;
  const ghost = baseline !== null && baseline !== due ? middleOf(axis, baseline) : undefined;
  const done = milestone.status === portfolio.MilestoneStatus.Done;
  const missed = milestone.status === portfolio.MilestoneStatus.Missed;
  return (
    <>
      {ghost !== undefined && (
        <>
          <span
            aria-hidden
            className={styles.slip}
            style={{ left: Math.min(ghost, x), width: Math.abs(ghost - x) }}
          />
          <svg aria-hidden className={styles.ghost} style={{ left: ghost }} viewBox="0 0 16 16">
            <path d="M8 2l6 6-6 6-6-6z" />
          </svg>
        </>
      )}
      <button
        type="button"
        aria-label={label}
        title={label}
        tabIndex={reachable ? 0 : -1}
        data-milestone={milestone.id}
        className={clsx(styles.milestone, done && styles.done, late && styles.late, onMove && styles.movable)}
        style={{ left: x }}
        onPointerDown={onMove}
      >
        <svg aria-hidden viewBox="0 0 16 16">
          <path d="M8 1.5L14.5 8 8 14.5 1.5 8z" />
          {late && <path className={styles.sign} d="M8 5v3.6M8 10.6v.2" />}
          {missed && <path className={styles.sign} d="M6 6l4 4M10 6l-4 4" />}
          {done && <path className={styles.tick} d="M5.6 8.1l1.7 1.7 3.1-3.4" />}
        </svg>
      </button>
    </>
  );
}

/** The middle of a day. */
function middleOf(axis: Axis, day: string): number {
  return xOf(axis, numberOf(day) + 0.5);
}
