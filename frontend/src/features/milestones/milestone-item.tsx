import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { daysBetween, formatDay, readDay } from "../../lib/dates";
import { Checkbox } from "../../ui/checkbox";
import { InlineEdit } from "../../ui/inline-edit";
import { useReadOnly, useToday } from "../../vocabulary/desk-day";
import { useEditRecords } from "../../vocabulary/use-edit-records";
import { MilestoneState } from "./milestone-state";
import styles from "./program-milestones.module.css";

interface MilestoneItemProps {
  program: portfolio.Program;
  milestone: portfolio.Milestone;
  onEdit: () => void;
}

type Dated = "due_date" | "completed_date";

/** A milestone of a program: ticked when it is done, with the day, which is edited where it stands. */
export function MilestoneItem({ program, milestone, onEdit }: MilestoneItemProps) {
  const { t, i18n } = useTranslation();
  const readOnly = useReadOnly();
  const today = useToday();
  const edit = useEditRecords();
  const { id, name, status } = milestone;
  const done = status === portfolio.MilestoneStatus.Done;
  const save = (after: Partial<portfolio.Milestone>) =>
    edit({
      edits: [
        {
          entity: portfolio.Entity.Milestone,
          id,
          label: name,
          programId: program.id,
          before: { ...milestone },
          after,
        },
      ],
    });
  const tick = (ticked: boolean) =>
    save({
      status: ticked ? portfolio.MilestoneStatus.Done : portfolio.MilestoneStatus.Planned,
      completed_date: ticked ? today : null,
    });
  const day = (field: Dated) => (
    <InlineEdit
      readOnly={readOnly}
      label={t("milestone.dayOf", { field: t(`field.${field}`), name })}
      value={milestone[field] === null ? "" : formatDay(milestone[field], i18n.language)}
      emptyText={t("day.undated")}
      onSave={(text) => {
        const next = readDay(text);
        if (next === undefined || (next === null && field === "completed_date")) return t("day.invalid");
        save({ [field]: next });
        return undefined;
      }}
    />
  );
  return (
    <li className={styles.item} data-record={id} tabIndex={-1}>
      <Checkbox
        checked={done}
        disabled={readOnly}
        aria-label={t("milestone.tick", { name })}
        onCheckedChange={tick}
      />
      <div className={styles.what}>
        <button
          type="button"
          className={styles.name}
          aria-label={t(readOnly ? "show" : "edit", { name })}
          onClick={onEdit}
        >
          {name}
        </button>
        <span className={styles.facts}>
          <MilestoneState status={status} overdue={isOverdue(program, milestone, today)} />
          <Slip milestone={milestone} />
        </span>
      </div>
      <div className={styles.day}>{day(done ? "completed_date" : "due_date")}</div>
    </li>
  );
}

/** Due before today, not completed, in a program that is live. */
function isOverdue(
  program: portfolio.Program,
  { due_date, completed_date }: portfolio.Milestone,
  today: string,
): boolean {
  if (program.status === "Completed" || completed_date !== null || due_date === null) return false;
  return (daysBetween(due_date, today) ?? 0) > 0;
}

/** How far the due date moved from the one that was set first. */
function Slip({ milestone: { baseline_date, due_date } }: { milestone: portfolio.Milestone }) {
  const { t, i18n } = useTranslation();
  const days = baseline_date && due_date ? (daysBetween(baseline_date, due_date) ?? 0) : 0;
  if (days === 0 || baseline_date === null) return null;
  return (
    <span title={t("milestone.firstDue", { day: formatDay(baseline_date, i18n.language) })}>
      {days > 0 ? t("milestone.slipped", { count: days }) : t("milestone.pulledIn", { count: -days })}
    </span>
  );
}
