import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AppError } from "../../bridge/app-error";
import { backups } from "../../bridge/backend";
import { useReadWhileShown } from "../../bridge/give-up";
import { Button } from "../../ui/button";
import { Spinner } from "../../ui/spinner";
import { toast, toastFailure } from "../../ui/toasts";
import { toastSaved } from "../../vocabulary/saved-file";
import { BackupListDialog } from "./backup-list-dialog";
import { contents, moment, occasion } from "./backup-words";
import styles from "./backups.module.css";
import { CheckRow } from "./check-row";
import { FullerDialog } from "./fuller-dialog";
import { shelfQuery } from "./queries";
import { RestoreDialog } from "./restore-dialog";

/** Backups in the settings: the newest, how to make one, where they go, and the way to put one back. */
export function BackupRows() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const shelf = useQuery(shelfQuery).data;
  const [listed, setListed] = useState(false);
  const [restoring, setRestoring] = useState<string>();
  const [fuller, setFuller] = useState<string>();
  const read = useReadWhileShown();
  const again = () => client.invalidateQueries({ queryKey: shelfQuery.queryKey });
  const fail = (error: Error) => toastFailure(error.message);
  const make = useMutation({
    mutationFn: () => read((ticket) => backups.Make(ticket)),
    onSuccess: (made) => toast({ title: t("backup.done"), text: contents(t, made.counts) }),
    onError: fail,
    onSettled: again,
  });
  const save = useMutation({
    mutationFn: (over: boolean) =>
      read((ticket) => (over ? backups.SaveOver(ticket) : backups.SaveAs(ticket))),
    onSuccess: ({ path }) => toastSaved(t, path),
    onError: (error) => {
      if (error instanceof AppError && error.code === "conflict") setFuller(error.message);
      else fail(error);
    },
  });
  const place = useMutation({
    mutationFn: (move: () => Promise<void>) => move(),
    onError: fail,
    onSettled: again,
  });
  if (!shelf) return null;
  const newest = shelf.backups[0];
  return (
    <>
      <div className={styles.row}>
        <div>
          <p>{t("backup.newest")}</p>
          {newest ? (
            <p className={styles.note}>
              {[moment(newest, i18n.language), occasion(t, newest), contents(t, newest.counts)]
                .filter(Boolean)
                .join(" · ")}
            </p>
          ) : (
            <p className={styles.note}>{t("backup.noneText")}</p>
          )}
          <div role="alert">
            {shelf.problem !== "" && (
              <p className={styles.error}>{t("backup.problem", { problem: shelf.problem })}</p>
            )}
          </div>
        </div>
        <div className={styles.buttons}>
          <Button disabled={make.isPending} onClick={() => make.mutate()}>
            {make.isPending && <Spinner />}
            {t("backup.make")}
          </Button>
          <Button disabled={save.isPending} onClick={() => save.mutate(false)}>
            {t("backup.saveAs")}
          </Button>
          <Button onClick={() => setListed(true)}>{t("backup.show")}</Button>
        </div>
      </div>
      <div className={styles.row}>
        <div>
          <p>{t("backup.folder")}</p>
          <p className={styles.note}>{shelf.folder}</p>
        </div>
        <div className={styles.buttons}>
          <Button
            aria-label={t("backup.openFolder")}
            onClick={() => place.mutate(() => backups.OpenFolder())}
          >
            {t("settings.openFolder")}
          </Button>
          <Button onClick={() => place.mutate(() => backups.ChooseFolder())}>
            {t("backup.chooseFolder")}
          </Button>
          {!shelf.usual && (
            <Button onClick={() => place.mutate(() => backups.UseUsualFolder())}>
              {t("backup.usualFolder")}
            </Button>
          )}
        </div>
      </div>
      <CheckRow />
      {listed && <BackupListDialog onRestore={setRestoring} onClose={() => setListed(false)} />}
      {restoring !== undefined && <RestoreDialog path={restoring} onClose={() => setRestoring(undefined)} />}
      {fuller !== undefined && (
        <FullerDialog
          text={fuller}
          onReplace={() => {
            setFuller(undefined);
            save.mutate(true);
          }}
          onClose={() => setFuller(undefined)}
        />
      )}
    </>
  );
}
