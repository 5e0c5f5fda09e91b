import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { daysBetween, formatDay } from "../../../lib/dates";
import { violation } from "../../../vocabulary/launch-order";
import type { ProgramDates } from "./bar-shape";
import { dayOf, monthOf, numberOf } from "./day-number";
import type { Tick } from "./time-scale";

/** A program that launches before one that it waits for, and by how many days. */
export interface Broken {
  name: string;
  days: number;
}

/** The dependencies of a program that its launch breaks, the worst first. */
export function brokenOf(
  program: ProgramDates & Pick<portfolio.Program, "status">,
  row: portfolio.TimelineRow | undefined,
): Broken[] {
  return (row?.waits_for ?? [])
    .map(({ other }) => ({ name: other.name, days: violation(other, program) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days);
}

/** Whether a milestone is overdue: due before today, not completed, in a live program. */
export function isLate(
  milestone: portfolio.Milestone,
  program: Pick<portfolio.Program, "status">,
  today: string,
): boolean {
  return (
    milestone.due_date !== null &&
    milestone.due_date < today &&
    milestone.completed_date === null &&
    program.status !== "Completed"
  );
}

/** The words of the timeline, in the language of the window. */
export function useTimelineWords() {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  return useMemo(() => {
    // The day before the month, as everywhere in the window.
    const tag = locale === "en" ? "en-GB" : locale;
    const long = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
    const month = new Intl.DateTimeFormat(tag, { month: "short", timeZone: "UTC" });
    const monthYear = new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" });
    const at = (number: number) => new Date(`${dayOf(number)}T00:00:00Z`);

    const day = (iso: string) => long.format(at(numberOf(iso)));
    const shortDay = (iso: string) => formatDay(iso, locale);
    const span = (count: number) => t("day.span", { count: Math.abs(count) });
    const by = (days: number) =>
      days === 0
        ? t("timeline.unmoved")
        : t(days > 0 ? "timeline.later" : "timeline.earlier", { days: span(days) });
    const dates = ({ start_date: start, launch_date: launch }: ProgramDates, write = day) => {
      if (start !== null && launch !== null) {
        return t("timeline.both", { start: write(start), launch: write(launch) });
      }
      if (launch !== null) return t("timeline.onlyLaunch", { launch: write(launch) });
      return start === null ? t("day.undated") : t("timeline.onlyStart", { start: write(start) });
    };
    const fiscalYear = (from: number, fiscalStart: number) => {
      const { year, month: begins } = monthOf(from);
      const first = begins + 1 < fiscalStart ? year - 1 : year;
      if (fiscalStart === 1) return String(first);
      return t("timeline.fiscalYear", { year: `${first}/${String((first + 1) % 100).padStart(2, "0")}` });
    };
    const broken = (list: readonly Broken[]) =>
      list.map(({ name, days }) => t("timeline.brokenWords", { name, days: span(days) }));

    return {
      day,
      shortDay,
      by,
      dates,
      firstLaunch: (iso: string) => t("timeline.firstLaunch", { day: day(iso) }),
      /** "12 days before Kestrel", for the row of a program that launches too early. */
      tooEarly: ({ name, days }: Broken) => t("timeline.broken", { name, days: span(days) }),
      /** What a screen reader says of a row: "Atlas, 3 March 2026 to 9 June 2026, 40 percent, At Risk". */
      bar: (program: portfolio.ProgramRow, row: portfolio.TimelineRow | undefined) =>
        [
          t("timeline.bar", {
            name: program.name,
            dates: dates(program),
            progress:
              program.progress === null
                ? t("timeline.noProgress")
                : t("timeline.percent", { percent: program.progress }),
            status: program.status === null ? t("timeline.noStatus") : t(`status.${program.status}`),
          }),
          ...broken(brokenOf(program, row)),
        ].join(", "),
      milestone: (milestone: portfolio.Milestone, program: portfolio.ProgramRow, late: boolean) => {
        const { due_date: due, baseline_date: baseline } = milestone;
        const slip = due !== null && baseline !== null ? (daysBetween(baseline, due) ?? 0) : 0;
        const words = t("timeline.milestone", {
          name: milestone.name,
          program: program.name,
          day: due === null ? t("day.undated") : day(due),
          state: late ? t("timeline.late") : t(`milestoneStatus.${milestone.status}`),
        });
        if (slip === 0 || baseline === null) return words;
        const slipped = t(slip > 0 ? "timeline.slipped" : "timeline.early", {
          days: span(slip),
          day: day(baseline),
        });
        return `${words}, ${slipped}`;
      },
      /** The name of a stretch of the axis. */
      tick: ({ unit, from }: Tick, fiscalStart: number, wide: boolean) => {
        const { year, month: index } = monthOf(from);
        switch (unit) {
          case "week":
            return String(Number(dayOf(from).slice(8)));
          case "month":
            if (wide) {
              const name = monthYear.format(at(from));
              return fiscalStart === 1
                ? name
                : t("timeline.monthOfFiscalYear", { month: name, fiscalYear: fiscalYear(from, fiscalStart) });
            }
            return `${month.format(at(from))} ${year}`;
          case "quarter":
            return t("timeline.quarter", { quarter: Math.floor(index / 3) + 1, year });
          case "year":
            return String(year);
          case "fiscalYear":
            return fiscalYear(from, fiscalStart);
        }
      },
    };
  }, [t, locale]);
}

export type TimelineWords = ReturnType<typeof useTimelineWords>;
