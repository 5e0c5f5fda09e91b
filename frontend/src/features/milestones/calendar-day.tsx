import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { useDayWords } from "../../vocabulary/day";
import { useMilestoneState } from "./milestone-state";
import styles from "./month-calendar.module.css";
import type { DayCell } from "./use-day-keys";

/** How many milestones a day has room for. */
const room = 3;

interface CalendarDayProps {
  day: string;
  today: boolean;
  /** It belongs to the month before or after. */
  outside: boolean;
  milestones: portfolio.MilestoneRow[];
  cell: DayCell;
  /** Shows all milestones of the day, or begins one where there are none. */
  onOpen: () => void;
  onEdit: (milestone: portfolio.Milestone) => void;
}

export function CalendarDay({ day, today, outside, milestones, cell, onOpen, onEdit }: CalendarDayProps) {
  const { t } = useTranslation();
  const words = useDayWords();
  const count = milestones.length;
  const shown = count > room ? milestones.slice(0, room - 1) : milestones;
  return (
    <div
      role="gridcell"
      aria-label={t("milestone.onDay", { day: words.day(day), count })}
      aria-current={today ? "date" : undefined}
      className={clsx(styles.day, outside && styles.outside, today && styles.today)}
      {...cell}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <span className={styles.number} aria-hidden>
        {Number(day.slice(8))}
      </span>
      {shown.map((milestone) => (
        <MilestoneChip key={milestone.id} milestone={milestone} onEdit={onEdit} />
      ))}
      {count > shown.length && (
        <button type="button" tabIndex={-1} className={styles.more} onClick={onOpen}>
          {t("milestone.moreOnDay", { count: count - shown.length })}
        </button>
      )}
    </div>
  );
}

interface MilestoneChipProps {
  milestone: portfolio.MilestoneRow;
  onEdit: (milestone: portfolio.Milestone) => void;
}

function MilestoneChip({ milestone, onEdit }: MilestoneChipProps) {
  const { icon, word, tone } = useMilestoneState(milestone);
  const name = `${milestone.name}, ${milestone.program_name}, ${word}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={name}
      title={name}
      className={styles.chip}
      onClick={() => onEdit(milestone)}
    >
      <span className={clsx(styles.icon, tone)}>{icon}</span>
      <span className={styles.name}>{milestone.name}</span>
    </button>
  );
}
