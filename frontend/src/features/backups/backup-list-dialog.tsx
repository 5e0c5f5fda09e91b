import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { backups } from "../../bridge/backend";
import { Button } from "../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { toastFailure } from "../../ui/toasts";
import { BackupTable } from "./backup-table";
import styles from "./backups.module.css";
import { shelfQuery } from "./queries";

interface BackupListDialogProps {
  onRestore: (path: string) => void;
  onClose: () => void;
}

/** All backups, to choose the one that is put back. */
export function BackupListDialog({ onRestore, onClose }: BackupListDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useQuery(shelfQuery).data?.backups ?? [];
  const held = list.filter((backup) => backup.held).length;
  const fail = (error: Error) => toastFailure(error.message);
  const letGo = useMutation({
    mutationFn: () => backups.LetFullerGo(),
    onError: fail,
    onSettled: () => client.invalidateQueries({ queryKey: shelfQuery.queryKey }),
  });
  const pick = useMutation({
    mutationFn: () => backups.PickFile(),
    onError: fail,
    onSuccess: (path) => {
      if (path !== "") onRestore(path);
    },
  });
  return (
    <Dialog title={t("backup.title")} closeLabel={t("close")} wide onClose={onClose}>
      <DialogBody>
        {list.length === 0 ? (
          <Notice title={t("backup.none")} text={t("backup.noneText")} />
        ) : (
          <div className={styles.content}>
            <p className={styles.rule}>{t("backup.rule")}</p>
            {held > 0 && (
              <div className={styles.heldNote}>
                <p>{t("backup.heldText", { count: held })}</p>
                <Button disabled={letGo.isPending} onClick={() => letGo.mutate()}>
                  {t("backup.letGo")}
                </Button>
              </div>
            )}
            <BackupTable backups={list} onRestore={(backup) => onRestore(backup.path)} />
          </div>
        )}
      </DialogBody>
      <DialogActions>
        <Button disabled={pick.isPending} onClick={() => pick.mutate()}>
          {t("backup.fromFile")}
        </Button>
        <Button kind="primary" onClick={onClose}>
          {t("close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
