import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Field, TextArea, TextInput } from "../../ui/field";
import { RecordDialog } from "../../vocabulary/record-dialog";
import { useRecordForm } from "../../vocabulary/use-record-form";
import { objectiveStore } from "./queries";

interface ObjectiveDialogProps {
  objective: portfolio.Objective;
  onClose: () => void;
}

/** Adds an objective (id "") or edits one. */
export function ObjectiveDialog({ objective, onClose }: ObjectiveDialogProps) {
  const { t } = useTranslation();
  const form = useRecordForm({
    store: objectiveStore,
    record: objective,
    complete: (draft) => {
      const name = draft.name.trim();
      return name === "" ? undefined : { ...draft, name };
    },
    onClose,
  });
  const { draft, change } = form;
  return (
    <RecordDialog record="objective" form={form} onClose={onClose}>
      <Field label={t("field.name")}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("field.description")}>
        {(ids) => (
          <TextArea
            {...ids}
            value={draft.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
    </RecordDialog>
  );
}
