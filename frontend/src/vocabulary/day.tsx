import { clsx } from "clsx";
import type { portfolio } from "../bridge/model";
import { daysBetween, formatDay, spanOf } from "../lib/dates";
import { useRowWords } from "../strings/row-words";
import styles from "./day.module.css";
import { useToday } from "./desk-day";
import { launchNote } from "./launch";

/** Writes days and instants in the language of the window. */
export function useDayWords() {
  const { t, language } = useRowWords();
  const today = useToday();
  return {
    day: (day: string | null) => (day === null ? t("day.none") : formatDay(day, language)),
    /** "3 d ago", "today", "in 4 d"; from the day of the desk where no other is given. */
    age: (day: string, from = today) => {
      const days = daysBetween(day, from) ?? 0;
      if (days === 0) return t("day.today");
      const { unit, count } = spanOf(days);
      return days > 0 ? t(`day.ago.${unit}`, { count }) : t(`day.ahead.${unit}`, { count });
    },
  };
}

/** A day, or a dash where it is not reported. It never wraps. */
export function Day({ day }: { day: string | null }) {
  const words = useDayWords();
  return <span className={clsx(styles.day, day === null && styles.faint)}>{words.day(day)}</span>;
}

/** The launch date of a program and how far away it is. */
export function LaunchDate({ program }: { program: Pick<portfolio.Program, "launch_date" | "status"> }) {
  const { t } = useRowWords();
  const note = launchNote(program, useToday());
  const text =
    note.kind === "dated"
      ? undefined
      : note.kind === "ahead" || note.kind === "late"
        ? t(`day.${note.kind}.${note.span.unit}`, { count: note.span.count })
        : t(`day.${note.kind}`);
  return (
    <span className={styles.launch}>
      <Day day={program.launch_date} />
      {text && (
        <span data-by-day="" className={note.kind === "late" ? styles.late : styles.faint}>
          {text}
        </span>
      )}
    </span>
  );
}

/** How long ago a day was; the day itself on hover. */
export function Age({ day }: { day: string | null }) {
  const { t } = useRowWords();
  const words = useDayWords();
  if (day === null) return <span className={styles.faint}>{t("day.never")}</span>;
  return (
    <span className={styles.day} title={words.day(day)}>
      {words.age(day)}
    </span>
  );
}
