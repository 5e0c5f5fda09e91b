import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { parseDay, today } from "../../lib/dates";
import { Choice } from "../../ui/choice";
import { Dialog, DialogBody } from "../../ui/dialog";
import { Field, TextInput } from "../../ui/field";
import { FieldRow } from "../../ui/field-row";
import { RecordActions } from "../../vocabulary/record-actions";
import { milestoneStatuses } from "../../vocabulary/values";
import { useDeleteMilestone, useSaveMilestone } from "./queries";

/** Adds a milestone (id "") or edits one. It is done if and only if it has a completion date. */
export function MilestoneDialog({
  milestone,
  onClose,
}: {
  milestone: portfolio.Milestone;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(milestone.name);
  const [due, setDue] = useState(milestone.due_date ?? "");
  const [status, setStatus] = useState(milestone.status);
  const [completed, setCompleted] = useState(milestone.completed_date ?? today());
  const save = useSaveMilestone();
  const remove = useDeleteMilestone();
  const fresh = milestone.id === "";
  const done = status === portfolio.MilestoneStatus.Done;

  const dueDate = due.trim() === "" ? null : parseDay(due);
  const completedDate = done ? parseDay(completed) : null;
  const complete = name.trim() !== "" && dueDate !== undefined && completedDate !== undefined;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!complete || save.isPending) return;
    save.mutate(
      { ...milestone, name: name.trim(), due_date: dueDate, status, completed_date: completedDate },
      { onSuccess: onClose },
    );
  };
  const dateField = (label: string, value: string, onChange: (value: string) => void, wrong: boolean) => (
    <Field label={label} error={wrong ? t("day.invalid") : undefined}>
      {(ids) => (
        <TextInput
          {...ids}
          placeholder={t("day.pattern")}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );

  return (
    <Dialog
      title={fresh ? t("milestone.add") : t("milestone.edit")}
      closeLabel={t("close")}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <DialogBody>
          <Field label={t("field.name")} error={(save.error ?? remove.error)?.message}>
            {(ids) => (
              <TextInput {...ids} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <FieldRow>
            {dateField(t("field.due_date"), due, setDue, dueDate === undefined)}
            <Field label={t("field.status")}>
              {({ id }) => (
                <Choice
                  id={id}
                  label={t("field.status")}
                  value={status}
                  options={milestoneStatuses.map((value) => ({
                    value,
                    label: t(`milestoneStatus.${value}`),
                  }))}
                  onChange={setStatus}
                />
              )}
            </Field>
            {done &&
              dateField(t("field.completed_date"), completed, setCompleted, completedDate === undefined)}
          </FieldRow>
        </DialogBody>
        <RecordActions
          record="milestone"
          fresh={fresh}
          canSave={complete && !save.isPending}
          canDelete={!remove.isPending}
          onDelete={() => remove.mutate(milestone, { onSuccess: onClose })}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
