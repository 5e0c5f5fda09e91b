import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Dialog, DialogBody } from "../../ui/dialog";
import { RecordItem, RecordList } from "../../ui/record-list";
import { useDayWords } from "../../vocabulary/day";
import { useReadOnly } from "../../vocabulary/desk-day";
import { MilestoneState } from "./milestone-state";

interface DayDialogProps {
  day: string;
  milestones: portfolio.MilestoneRow[];
  onEdit: (milestone: portfolio.Milestone) => void;
  onClose: () => void;
}

/** All milestones that are due on a day. */
export function DayDialog({ day, milestones, onEdit, onClose }: DayDialogProps) {
  const { t } = useTranslation();
  const words = useDayWords();
  const readOnly = useReadOnly();
  return (
    <Dialog title={words.day(day)} closeLabel={t("close")} onClose={onClose}>
      <DialogBody>
        <RecordList>
          {milestones.map((milestone) => (
            <RecordItem
              key={milestone.id}
              id={milestone.id}
              title={milestone.name}
              editLabel={t(readOnly ? "show" : "edit", { name: milestone.name })}
              onEdit={() => onEdit(milestone)}
              aside={<MilestoneState status={milestone.status} overdue={milestone.overdue} />}
            >
              <span>{milestone.program_name}</span>
            </RecordItem>
          ))}
        </RecordList>
      </DialogBody>
    </Dialog>
  );
}
