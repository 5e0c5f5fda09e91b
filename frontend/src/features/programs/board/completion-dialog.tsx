import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button";
import { Checkbox } from "../../../ui/checkbox";
import { Dialog, DialogActions, DialogBody } from "../../../ui/dialog";
import { useEditRecords } from "../../../vocabulary/use-edit-records";
import styles from "./completion-dialog.module.css";
import { editOf, type Completion } from "./use-move-programs";

/** Asks what else holds of programs that came to the stage Completed. Nothing of it is done unless it is ticked. */
export function CompletionDialog({ moved, onClose }: { moved: Completion; onClose: () => void }) {
  const { t } = useTranslation();
  const edit = useEditRecords();
  const [status, setStatus] = useState(false);
  const [progress, setProgress] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    edit({
      edits: moved.map((program) =>
        editOf(program, { ...(status && { status: "Completed" }), ...(progress && { progress: 100 }) }),
      ),
      done: t("board.completedToo", { count: moved.length, name: moved[0]?.name ?? "" }),
    });
    onClose();
  };
  return (
    <Dialog title={t("board.completion")} closeLabel={t("close")} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <p>{t("board.completionText", { count: moved.length, name: moved[0]?.name ?? "" })}</p>
          <div className={styles.choices}>
            {moved.some((program) => program.status !== "Completed") && (
              <label className={styles.choice}>
                <Checkbox checked={status} onCheckedChange={setStatus} />
                {t("board.alsoStatus")}
              </label>
            )}
            {moved.some((program) => program.progress !== 100) && (
              <label className={styles.choice}>
                <Checkbox checked={progress} onCheckedChange={setProgress} />
                {t("board.alsoProgress")}
              </label>
            )}
          </div>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t("board.leave")}</Button>
          <Button type="submit" kind="primary" disabled={!status && !progress}>
            {t("board.alsoSave")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
