import { useState } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { today } from "../../lib/dates";
import { Choice } from "../../ui/choice";
import { Field, TextInput } from "../../ui/field";
import { FieldRow } from "../../ui/field-row";
import { DayField } from "../../vocabulary/day-field";
import { ProgramChoice } from "../../vocabulary/program-choice";
import { RecordDialog } from "../../vocabulary/record-dialog";
import { useRecordForm } from "../../vocabulary/use-record-form";
import { milestoneStatuses } from "../../vocabulary/values";
import { milestoneStore } from "./queries";

interface MilestoneDialogProps {
  milestone: portfolio.Milestone;
  onClose: () => void;
}

/** Adds a milestone (id ""), of a program that is picked where it has none yet, or edits one. It is done if and only if it has a completion date. */
export function MilestoneDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { t } = useTranslation();
  const [due, setDue] = useState<string | null | undefined>(milestone.due_date);
  const [completed, setCompleted] = useState<string | null | undefined>(milestone.completed_date ?? today());
  const form = useRecordForm({
    store: milestoneStore,
    record: milestone,
    complete: (draft) => {
      const name = draft.name.trim();
      const done = draft.status === portfolio.MilestoneStatus.Done;
      if (name === "" || draft.program_id === "" || due === undefined || (done && !completed))
        return undefined;
      return { ...draft, name, due_date: due, completed_date: done ? (completed ?? null) : null };
    },
    onClose,
  });
  const { draft, change } = form;

  return (
    <RecordDialog record="milestone" form={form} onClose={onClose}>
      {milestone.program_id === "" && <ProgramChoice onChange={(id = "") => change({ program_id: id })} />}
      <Field label={t("field.name")}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus={milestone.program_id !== ""}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <FieldRow>
        <DayField label={t("field.due_date")} initial={milestone.due_date} onChange={setDue} />
        <Field label={t("field.status")}>
          {({ id }) => (
            <Choice
              id={id}
              label={t("field.status")}
              value={draft.status}
              options={milestoneStatuses.map((value) => ({ value, label: t(`milestoneStatus.${value}`) }))}
              onChange={(status) => change({ status })}
            />
          )}
        </Field>
        {draft.status === portfolio.MilestoneStatus.Done && (
          <DayField
            label={t("field.completed_date")}
            initial={completed ?? null}
            required
            onChange={setCompleted}
          />
        )}
      </FieldRow>
    </RecordDialog>
  );
}
