import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";

interface FullerDialogProps {
  /** What there is that would be lost. */
  text: string;
  onReplace: () => void;
  onClose: () => void;
}

/** Asks before a backup is replaced that holds more than the portfolio now. */
export function FullerDialog({ text, onReplace, onClose }: FullerDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("backup.fullerTitle")} closeLabel={t("close")} onClose={onClose}>
      <DialogBody>
        <p>{text}</p>
      </DialogBody>
      <DialogActions>
        <Button kind="danger" onClick={onReplace}>
          {t("backup.replaceFuller")}
        </Button>
        <Button kind="primary" onClick={onClose}>
          {t("cancel")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
