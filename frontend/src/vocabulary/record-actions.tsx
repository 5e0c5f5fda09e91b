import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { DialogActions } from "../ui/dialog";

interface RecordActionsProps {
  /** Which record the dialog is about: its words name the buttons. */
  record: "risk" | "milestone" | "objective";
  /** The record is being added, so there is nothing to delete. */
  fresh: boolean;
  canSave: boolean;
  canDelete: boolean;
  onDelete: () => void;
  onCancel: () => void;
}

/** The buttons below the form of a record: delete, cancel, and the one that submits it. */
export function RecordActions({ record, fresh, canSave, canDelete, onDelete, onCancel }: RecordActionsProps) {
  const { t } = useTranslation();
  return (
    <DialogActions>
      {!fresh && (
        <Button kind="danger" disabled={!canDelete} onClick={onDelete}>
          {t(`${record}.delete`)}
        </Button>
      )}
      <Button onClick={onCancel}>{t("cancel")}</Button>
      <Button type="submit" kind="primary" disabled={!canSave}>
        {fresh ? t(`${record}.add`) : t(`${record}.save`)}
      </Button>
    </DialogActions>
  );
}
