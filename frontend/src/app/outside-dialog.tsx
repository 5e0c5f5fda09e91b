import { useTranslation } from "react-i18next";
import { openOutside } from "../bridge/outside";
import type { OutsideAddress } from "../lib/outside-address";
import { Button } from "../ui/button";
import { Dialog, DialogActions, DialogBody } from "../ui/dialog";
import styles from "./outside-dialog.module.css";

interface OutsideDialogProps {
  address: OutsideAddress;
  onClose: () => void;
}

/** Shows where a link leads, and opens it where the person agrees. */
export function OutsideDialog({ address, onClose }: OutsideDialogProps) {
  const { t } = useTranslation();
  const open = () => {
    openOutside(address);
    onClose();
  };
  return (
    <Dialog title={t(`outside.title.${address.kind}`)} closeLabel={t("close")} onClose={onClose}>
      <DialogBody>
        <div className={styles.body}>
          <p>{t(`outside.leads.${address.kind}`)}</p>
          <p className={styles.to}>{address.to}</p>
          <p>{t("outside.whole")}</p>
          <code className={styles.whole}>{address.whole}</code>
          {address.isDisguised && <p role="note">{t("outside.disguised")}</p>}
        </div>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button kind="primary" onClick={open}>
          {t(`outside.open.${address.kind}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
