import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Dialog, DialogBody } from "../../ui/dialog";
import { Field, TextArea, TextInput } from "../../ui/field";
import { RecordActions } from "../../vocabulary/record-actions";
import { useDeleteObjective, useSaveObjective } from "./queries";

/** Adds an objective (id "") or edits one. */
export function ObjectiveDialog({
  objective,
  onClose,
}: {
  objective: portfolio.Objective;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(objective.name);
  const [description, setDescription] = useState(objective.description);
  const save = useSaveObjective();
  const remove = useDeleteObjective();
  const fresh = objective.id === "";
  const { id, created_at, updated_at, revision } = objective;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === "" || save.isPending) return;
    save.mutate(
      { id, created_at, updated_at, revision, name: name.trim(), description },
      { onSuccess: onClose },
    );
  };

  return (
    <Dialog
      title={fresh ? t("objective.add") : t("objective.edit")}
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
          <Field label={t("field.description")}>
            {(ids) => (
              <TextArea
                {...ids}
                value={description}
                onChange={(event) => setDescription(event.target.value)}
              />
            )}
          </Field>
        </DialogBody>
        <RecordActions
          record="objective"
          fresh={fresh}
          canSave={name.trim() !== "" && !save.isPending}
          canDelete={!remove.isPending}
          onDelete={() => remove.mutate(objective, { onSuccess: onClose })}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
