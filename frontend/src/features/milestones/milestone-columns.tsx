import { Link } from "@tanstack/react-router";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { daysBetween } from "../../lib/dates";
import { gridColumns, type GridColumn } from "../../ui/grid-columns";
import { TickButton } from "../../ui/tick-button";
import { Day, useDayWords } from "../../vocabulary/day";
import { DayEditTrigger, type DayEditHandle } from "../../vocabulary/day-edit";
import { Strong, Words } from "../../vocabulary/words";
import unseen from "../../ui/unseen.module.css";
import styles from "./milestone-columns.module.css";
import { MilestoneState } from "./milestone-state";

/** A day in the list that can be changed there. */
export interface QuickDay {
  milestone: portfolio.MilestoneRow;
  field: "due_date" | "completed_date";
}

/** Ticks a milestone of the list; nothing can be ticked without it. */
export const TickContext = createContext<
  ((milestone: portfolio.Milestone, done: boolean) => void) | undefined
>(undefined);

/** The columns of the list; without `days`, no day can be changed in them. */
export function milestoneColumns(
  t: TFunction,
  days: DayEditHandle<QuickDay> | undefined,
): GridColumn<portfolio.MilestoneRow>[] {
  const column = gridColumns<portfolio.MilestoneRow>();
  const field = portfolio.Field;
  return [
    column.display({
      id: "done",
      header: () => <span className={unseen.unseen}>{t("milestoneStatus.Done")}</span>,
      cell: ({ row: { original: milestone } }) => <Tick milestone={milestone} />,
      enableSorting: false,
      meta: { width: 32, givesWay: 0 },
    }),
    column.accessor("name", {
      id: field.MilestoneName,
      header: t("field.milestone"),
      cell: ({ row: { original: milestone } }) => (
        <Link
          to="/program/$id"
          params={{ id: milestone.program_id }}
          search={{ record: milestone.id }}
          tabIndex={-1}
        >
          <Strong text={milestone.name} />
        </Link>
      ),
      meta: { width: 180, givesWay: 0, grow: 4 },
    }),
    column.accessor("due_date", {
      id: field.MilestoneDueDate,
      header: t("field.due_date"),
      cell: ({ row: { original: milestone } }) => (
        <DayCell days={days} quick={{ milestone, field: "due_date" }} />
      ),
      meta: { width: 112, givesWay: 0, figures: true },
    }),
    column.accessor("baseline_date", {
      id: field.MilestoneBaselineDate,
      header: t("field.baseline_date"),
      cell: (cell) => <Day day={cell.getValue()} />,
      meta: { width: 108, givesWay: 4, figures: true },
    }),
    column.display({
      id: field.MilestoneSlip,
      header: t("milestone.slip"),
      cell: ({ row: { original: milestone } }) => <Slip milestone={milestone} />,
      enableSorting: true,
      meta: { width: 108, givesWay: 1, figures: true },
    }),
    column.accessor("program_name", {
      id: field.Name,
      header: t("field.program"),
      cell: ({ row: { original: milestone } }) => (
        <Link to="/program/$id" params={{ id: milestone.program_id }} tabIndex={-1}>
          <Words text={milestone.program_name} />
        </Link>
      ),
      meta: { width: 150, givesWay: 2, grow: 3 },
    }),
    column.accessor("program_owner", {
      id: field.Owner,
      header: t("field.owner"),
      cell: (cell) => <Words text={cell.getValue()} />,
      meta: { width: 116, givesWay: 5, grow: 1 },
    }),
    column.accessor("status", {
      id: field.MilestoneStatus,
      header: t("field.status"),
      cell: ({ row: { original: milestone } }) => (
        <MilestoneState status={milestone.status} overdue={milestone.overdue} />
      ),
      meta: { width: 100, givesWay: 0 },
    }),
    column.accessor("completed_date", {
      id: field.MilestoneCompletedDate,
      header: t("field.completed_date"),
      cell: ({ row: { original: milestone } }) =>
        milestone.completed_date === null ? (
          <Day day={null} />
        ) : (
          <DayCell days={days} quick={{ milestone, field: "completed_date" }} />
        ),
      meta: { width: 112, givesWay: 3, figures: true },
    }),
  ] as GridColumn<portfolio.MilestoneRow>[];
}

function Tick({ milestone }: { milestone: portfolio.MilestoneRow }) {
  const { t } = useTranslation();
  const onTick = useContext(TickContext);
  return (
    <TickButton
      label={t("milestone.tick", { name: milestone.name })}
      checked={milestone.status === portfolio.MilestoneStatus.Done}
      disabled={!onTick}
      onChange={(done) => onTick?.(milestone, done)}
    />
  );
}

function DayCell({ days, quick }: { days: DayEditHandle<QuickDay> | undefined; quick: QuickDay }) {
  const { t } = useTranslation();
  const words = useDayWords();
  const day = quick.milestone[quick.field];
  if (!days) return <Day day={day} />;
  return (
    <DayEditTrigger handle={days} payload={quick} label={`${t(`field.${quick.field}`)}: ${words.day(day)}`}>
      <Day day={day} />
    </DayEditTrigger>
  );
}

/** Beyond this many days, assessed health takes a slip for a reason; see store/portfolio/health.go. */
const farSlip = 30;

/** How far the due date moved from the first one, in days; a slip has an icon too. */
function Slip({ milestone: { baseline_date, due_date } }: { milestone: portfolio.MilestoneRow }) {
  const { t } = useTranslation();
  const days = baseline_date && due_date ? (daysBetween(baseline_date, due_date) ?? 0) : undefined;
  if (days === undefined) return <Day day={null} />;
  if (days <= 0) {
    return (
      <span className={styles.even}>
        {t(days === 0 ? "milestone.onBaseline" : "milestone.earlier", { count: -days })}
      </span>
    );
  }
  return (
    <span className={clsx(styles.slip, days > farSlip && styles.far)}>
      <WarningIcon size={14} weight={days > farSlip ? "fill" : "regular"} aria-hidden />
      {t("milestone.later", { count: days })}
    </span>
  );
}
