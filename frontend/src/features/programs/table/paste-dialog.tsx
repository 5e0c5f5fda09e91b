import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../../ui/dialog";
import { useEditRecords } from "../../../vocabulary/use-edit-records";
import styles from "./bulk-dialog.module.css";
import { useColumnTitle } from "./column-title";
import { EditPreview } from "./edit-preview";
import type { PastePlan } from "./program-edits";

/** How many problems are listed. */
const listed = 8;

interface PasteDialogProps {
  plan: PastePlan;
  onClose: () => void;
}

/** Shows what a paste would do before it does it, or why it does nothing. */
export function PasteDialog({ plan: { edits, problems, beyond }, onClose }: PasteDialogProps) {
  const { t } = useTranslation();
  const edit = useEditRecords();
  const titleOf = useColumnTitle();
  const refused = problems.length > 0;
  const apply = () => {
    edit({ edits, done: t("table.changed", { count: edits.length }) });
    onClose();
  };
  return (
    <Dialog
      title={refused ? t("table.unpasted") : t("table.paste")}
      closeLabel={t("close")}
      onClose={onClose}
    >
      <DialogBody onlyText>
        {refused ? (
          <>
            <p>{t("table.problems", { count: problems.length })}</p>
            <ul className={styles.problems}>
              {problems.slice(0, listed).map(({ program, column, reason }, i) => (
                <li key={i}>
                  <span className={styles.where}>
                    {t("table.edit", { field: titleOf(column), name: program })}
                  </span>{" "}
                  {reason}
                </li>
              ))}
              {problems.length > listed && <li>{t("table.more", { count: problems.length - listed })}</li>}
            </ul>
          </>
        ) : (
          <EditPreview edits={edits} />
        )}
        {beyond > 0 && <p className={styles.note}>{t("table.beyond", { count: beyond })}</p>}
      </DialogBody>
      <DialogActions>
        <Button autoFocus={refused} onClick={onClose}>
          {refused ? t("close") : t("cancel")}
        </Button>
        {!refused && (
          <Button kind="primary" autoFocus onClick={apply}>
            {t("table.apply", { count: edits.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
