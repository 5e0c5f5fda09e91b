import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { Field, TextInput } from "../../ui/field";
import styles from "./view-name-dialog.module.css";

interface ViewNameDialogProps {
  /** Of the dialog, and of the button that ends it. */
  title: string;
  name: string;
  pinned: boolean;
  /** Why the last name was refused. */
  failure: string | undefined;
  onSave: (named: { name: string; pinned: boolean }) => Promise<void>;
  onClose: () => void;
}

/** Asks for the name of a saved view and whether it stands in the navigation. */
export function ViewNameDialog({ title, failure, onSave, onClose, ...initial }: ViewNameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial.name);
  const [pinned, setPinned] = useState(initial.pinned);
  const [refused, setRefused] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setRefused(false);
    onSave({ name, pinned }).catch(() => setRefused(true)); // The field shows why.
  };
  return (
    <Dialog title={title} closeLabel={t("close")} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <Field label={t("views.name")} hint={t("views.nameHint")} error={refused ? failure : undefined}>
            {(ids) => (
              <TextInput {...ids} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <label className={styles.pin}>
            <Checkbox checked={pinned} onCheckedChange={setPinned} />
            {t("views.pin")}
          </label>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" kind="primary" disabled={name.trim() === ""}>
            {title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
