import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { daysBetween } from "../../lib/dates";
import { IconButton } from "../../ui/button";
import { RecordItem, RecordList } from "../../ui/record-list";
import { Section, SectionNote } from "../../ui/section";
import { Day } from "../../vocabulary/day";
import { useReadOnly, useToday } from "../../vocabulary/desk-day";
import { MilestoneDialog } from "./milestone-dialog";
import { MilestoneState } from "./milestone-state";
import { blankMilestone } from "./queries";

/** The milestones of one program. */
export function ProgramMilestones({ program }: { program: portfolio.Program }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const today = useToday();
  const [editing, setEditing] = useState<portfolio.Milestone>();
  const done = program.milestones.filter(({ status }) => status === portfolio.MilestoneStatus.Done).length;
  return (
    <Section
      title={t("page.milestones")}
      aside={
        program.milestones.length > 0 && t("milestone.doneCount", { done, total: program.milestones.length })
      }
      action={
        !readOnly && (
          <IconButton label={t("milestone.add")} onClick={() => setEditing(blankMilestone(program.id))}>
            <PlusIcon size={14} />
          </IconButton>
        )
      }
    >
      {program.milestones.length === 0 ? (
        <SectionNote>{t("milestone.noneHere")}</SectionNote>
      ) : (
        <RecordList>
          {program.milestones.map((milestone) => (
            <RecordItem
              key={milestone.id}
              id={milestone.id}
              title={milestone.name}
              editLabel={t(readOnly ? "show" : "edit", { name: milestone.name })}
              onEdit={() => setEditing(milestone)}
              aside={<Day day={milestone.completed_date ?? milestone.due_date} />}
            >
              <MilestoneState status={milestone.status} overdue={isOverdue(program, milestone, today)} />
              <Slip milestone={milestone} />
            </RecordItem>
          ))}
        </RecordList>
      )}
      {editing && <MilestoneDialog milestone={editing} onClose={() => setEditing(undefined)} />}
    </Section>
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
  const { t } = useTranslation();
  const days = baseline_date && due_date ? (daysBetween(baseline_date, due_date) ?? 0) : 0;
  if (days === 0) return null;
  return (
    <span>
      {days > 0 ? t("milestone.slipped", { count: days }) : t("milestone.pulledIn", { count: -days })}
    </span>
  );
}
