import { useNavigate } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { Field, TextInput } from "../../ui/field";
import { useCreateProgram } from "./queries";

/** Asks for the name of a new program; everything else is filled in on its page. */
export function NewProgramDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const create = useCreateProgram();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === "" || create.isPending) return;
    // Not the callback of mutate: with the first program, the page below the dialog may be gone by then.
    create.mutateAsync(name.trim()).then(
      (program) => {
        onClose();
        void navigate({ to: "/program/$id", params: { id: program.id } });
      },
      () => undefined, // The field shows what is wrong.
    );
  };

  return (
    <Dialog title={t("program.new")} closeLabel={t("close")} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <Field label={t("field.name")} hint={t("program.newHint")} error={create.error?.message}>
            {(ids) => (
              <TextInput {...ids} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" kind="primary" disabled={name.trim() === "" || create.isPending}>
            {t("program.create")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
