import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio, Status } from "../../bridge/model";
import { Choice } from "../../ui/choice";
import { Field, TextArea, TextInput } from "../../ui/field";
import { FieldRow } from "../../ui/field-row";
import { DayField } from "../../vocabulary/day-field";
import { RecordDialog } from "../../vocabulary/record-dialog";
import { StatusChip } from "../../vocabulary/status-chip";
import { useRecordForm } from "../../vocabulary/use-record-form";
import { statuses } from "../../vocabulary/values";
import { updateStore } from "./queries";

interface UpdateDialogProps {
  update: portfolio.StatusUpdate;
  onClose: () => void;
}

/** Corrects or deletes a posted status update; the program stays as it is. */
export function UpdateDialog({ update, onClose }: UpdateDialogProps) {
  const { t } = useTranslation();
  const [date, setDate] = useState<string | null | undefined>(update.date);
  const form = useRecordForm({
    store: updateStore,
    record: update,
    complete: (draft) => {
      const text = draft.text.trim();
      return text === "" || !date ? undefined : { ...draft, text, author: draft.author.trim(), date };
    },
    onClose,
  });
  const { draft, change } = form;
  return (
    <RecordDialog record="update" form={form} onClose={onClose}>
      <Field label={t("update.text")} hint={t("update.correctHint")}>
        {(ids) => (
          <TextArea
            {...ids}
            autoFocus
            rows={4}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <FieldRow>
        <Field label={t("field.status")}>
          {({ id }) => (
            <Choice<Status | "">
              id={id}
              label={t("field.status")}
              value={draft.status ?? ""}
              options={[...statuses, "" as const].map((value) => ({
                value,
                label: value === "" ? t("update.declaresNothing") : t(`status.${value}`),
                view: value === "" ? undefined : <StatusChip status={value} />,
              }))}
              onChange={(status) => change({ status: status === "" ? null : status })}
            />
          )}
        </Field>
        <DayField label={t("update.date")} initial={update.date} required onChange={setDate} />
        <Field label={t("update.author")}>
          {(ids) => (
            <TextInput
              {...ids}
              value={draft.author}
              onChange={(event) => change({ author: event.target.value })}
            />
          )}
        </Field>
      </FieldRow>
    </RecordDialog>
  );
}
