import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogActions, DialogBody } from "../ui/dialog";
import { ChangeValue } from "./change-value";
import { useChangeWords } from "./change-words";
import styles from "./conflict-dialog.module.css";
import type { Conflict } from "./conflict-host";
import type { Verdict } from "./save-merged";

interface ConflictDialogProps {
  conflict: Conflict;
  onDecide: (verdict: Verdict) => void;
}

/** Asks which values of a record hold. */
export function ConflictDialog({ conflict: { entity, label, clashes }, onDecide }: ConflictDialogProps) {
  const { t } = useTranslation();
  const words = useChangeWords();
  return (
    <Dialog title={t("conflict.title")} closeLabel={t("cancel")} onClose={() => onDecide("neither")}>
      <DialogBody>
        <p>{t("conflict.text", { record: t(`entity.${entity}`), name: label })}</p>
        <table className={styles.clashes}>
          <thead>
            <tr>
              <th scope="col">{t("activity.field")}</th>
              <th scope="col">{t("conflict.mine")}</th>
              <th scope="col">{t("conflict.theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {clashes.map(({ field, mine, theirs }) => (
              <tr key={field}>
                <th scope="row">{words.field(field)}</th>
                <td>
                  <ChangeValue of={{ entity, field }} value={mine} />
                </td>
                <td>
                  <ChangeValue of={{ entity, field }} value={theirs} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </DialogBody>
      <DialogActions>
        <Button onClick={() => onDecide("theirs")}>{t("conflict.keepTheirs")}</Button>
        <Button kind="primary" onClick={() => onDecide("mine")}>
          {t("conflict.keepMine")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
