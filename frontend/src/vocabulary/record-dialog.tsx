import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogActions, DialogBody } from "../ui/dialog";
import { useReadOnly } from "./desk-day";
import styles from "./record-dialog.module.css";
import type { RecordForm } from "./use-record-form";

interface RecordDialogProps {
  /** Which record the dialog is about: its words name the dialog and the buttons. */
  record: "risk" | "milestone" | "objective" | "update" | "dependency";
  form: Omit<RecordForm<never>, "draft" | "change">;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/** The form of a record in a dialog: its fields, and the buttons that save, delete or leave it. */
export function RecordDialog({ record, form, onClose, children }: RecordDialogProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const title = readOnly ? t(`${record}.one`) : form.fresh ? t(`${record}.add`) : t(`${record}.edit`);
  return (
    <Dialog title={title} closeLabel={t("close")} onClose={onClose}>
      <form className={styles.form} onSubmit={form.submit}>
        <DialogBody>
          <fieldset className={styles.fields} disabled={readOnly}>
            {children}
          </fieldset>
          {form.error && (
            <p role="alert" className={styles.error}>
              {form.error}
            </p>
          )}
        </DialogBody>
        {!readOnly && (
          <DialogActions>
            {!form.fresh && (
              <Button kind="danger" className={styles.delete} disabled={form.busy} onClick={form.remove}>
                {t(`${record}.delete`)}
              </Button>
            )}
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button type="submit" kind="primary" disabled={!form.canSave}>
              {form.fresh ? t(`${record}.add`) : t(`${record}.save`)}
            </Button>
          </DialogActions>
        )}
      </form>
    </Dialog>
  );
}
