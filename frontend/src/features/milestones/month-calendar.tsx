import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { CaretLeftIcon } from "@phosphor-icons/react/dist/csr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { milestones } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import type { portfolio } from "../../bridge/model";
import { addMonths, firstDayOfWeek, monthOf, weeksOf } from "../../lib/calendar";
import { monthName } from "../../lib/dates";
import { dataKey } from "../../lib/query-keys";
import { Button, IconButton } from "../../ui/button";
import { Failure } from "../../ui/notice";
import { PageBody } from "../../ui/page";
import { useReadOnly, useToday } from "../../vocabulary/desk-day";
import { toCalendarQuery, type MilestoneSearch } from "./address";
import { CalendarDay } from "./calendar-day";
import { DayDialog } from "./day-dialog";
import styles from "./month-calendar.module.css";
import { blankMilestone } from "./queries";
import { useDayKeys } from "./use-day-keys";

interface MonthCalendarProps {
  search: MilestoneSearch;
  change: (next: Record<string, string>, replace?: boolean) => void;
  onEdit: (milestone: portfolio.Milestone) => void;
}

/** What is due in a month, day by day. */
export function MonthCalendar({ search, change, onEdit }: MonthCalendarProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const readOnly = useReadOnly();
  const [openDay, setOpenDay] = useState<string>();
  const firstDay = firstDayOfWeek(i18n.language);
  const month = search.month ?? monthOf(today);
  const weeks = useMemo(() => weeksOf(month, firstDay), [month, firstDay]);
  const due = useQuery(dueQuery(search, weeks));
  const goTo = (next: string) => change({ month: next === monthOf(today) ? "" : next }, true);
  const keys = useDayKeys({ month, today, firstDay, onMonth: goTo });
  const title = `${monthName(Number(month.slice(5)), i18n.language)} ${month.slice(0, 4)}`;

  const open = (day: string) => {
    if (due.data?.has(day)) setOpenDay(day);
    else if (!readOnly) onEdit({ ...blankMilestone(""), due_date: day });
  };

  return (
    <>
      <div className={styles.bar}>
        <IconButton label={t("milestone.previousMonth")} onClick={() => goTo(addMonths(month, -1))}>
          <CaretLeftIcon size={14} />
        </IconButton>
        <IconButton label={t("milestone.nextMonth")} onClick={() => goTo(addMonths(month, 1))}>
          <CaretRightIcon size={14} />
        </IconButton>
        <h2 className={styles.month} aria-live="polite">
          {title}
        </h2>
        <Button onClick={() => goTo(monthOf(today))} disabled={month === monthOf(today)}>
          {t("milestone.toToday")}
        </Button>
      </div>
      {due.error ? (
        <Failure error={due.error} retryLabel={t("retry")} onRetry={() => void due.refetch()} />
      ) : (
        <PageBody>
          <div
            role="grid"
            aria-label={title}
            data-list=""
            aria-busy={due.isFetching}
            className={styles.grid}
            onKeyDown={keys.onKeyDown}
          >
            <div role="row" className={styles.names}>
              {(weeks[0] ?? []).map((day) => (
                <div key={day} role="columnheader">
                  {weekdayName(day, i18n.language)}
                </div>
              ))}
            </div>
            {weeks.map((week) => (
              <div key={week[0]} role="row" className={styles.week}>
                {week.map((day) => (
                  <CalendarDay
                    key={day}
                    day={day}
                    today={day === today}
                    outside={monthOf(day) !== month}
                    milestones={due.data?.get(day) ?? none}
                    cell={keys.cell(day)}
                    onOpen={() => open(day)}
                    onEdit={onEdit}
                  />
                ))}
              </div>
            ))}
          </div>
        </PageBody>
      )}
      {openDay !== undefined && (
        <DayDialog
          day={openDay}
          milestones={due.data?.get(openDay) ?? none}
          onEdit={onEdit}
          onClose={() => setOpenDay(undefined)}
        />
      )}
    </>
  );
}

const none: portfolio.MilestoneRow[] = [];

function weekdayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(Date.parse(day));
}

/** The milestones that are due in some weeks, by day. */
function dueQuery(search: MilestoneSearch, weeks: string[][]) {
  const query = toCalendarQuery(search, weeks[0]?.[0] ?? "", weeks.at(-1)?.at(-1) ?? "");
  return queryOptions({
    queryKey: [dataKey, "milestones", "due", query],
    queryFn: async ({ signal }) => {
      const days = new Map<string, portfolio.MilestoneRow[]>();
      let after = "";
      do {
        const from = { ...query, after };
        const page = await readUntil(signal, (ticket) => milestones.Page(from, ticket));
        for (const milestone of page.rows) {
          const day = milestone.due_date ?? "";
          days.set(day, [...(days.get(day) ?? []), milestone]);
        }
        after = page.next;
      } while (after !== "");
      return days;
    },
    placeholderData: keepPreviousData,
  });
}
