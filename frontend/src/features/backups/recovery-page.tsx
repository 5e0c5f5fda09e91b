import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { recovery } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Spinner } from "../../ui/spinner";
import { BackupTable } from "./backup-table";
import { openAnew } from "./open-anew";
import styles from "./recovery-page.module.css";
import { SalvagedNote } from "./salvaged-note";

/** What a portfolio that cannot be opened is replaced by. */
type Way = { by: "backup"; path: string } | { by: "nothing" } | { by: "again" };

/** Stands in place of the window where the portfolio is damaged or gone: says why, and what can be put in its place. */
export function RecoveryPage({ problem }: { problem: string }) {
  const { t } = useTranslation();
  const backups = useQuery({ queryKey: ["recovery"], queryFn: () => recovery.Backups() }).data;
  const pick = useMutation({
    mutationFn: () => recovery.PickFile(),
    onSuccess: (path) => {
      if (path !== "") replace.mutate({ by: "backup", path });
    },
  });
  const replace = useMutation({
    mutationFn: async (way: Way) => {
      if (way.by === "backup") await recovery.Restore(way.path);
      else if (way.by === "nothing") await recovery.BeginAnew();
      else await recovery.TryAgain();
    },
    onSuccess: openAnew,
  });
  const salvage = useMutation({ mutationFn: () => recovery.Salvage() });
  const openFolder = useMutation({ mutationFn: () => recovery.OpenFolder() });
  const busy = replace.isPending || salvage.isPending || pick.isPending;
  const failure = replace.error ?? salvage.error ?? pick.error;
  if (salvage.data) return <SalvagedNote salvage={salvage.data} onOpen={openAnew} />;
  return (
    <main className={styles.page}>
      <div className={styles.body}>
        <h1>{t("recovery.title")}</h1>
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
        <p className={styles.lead}>{t("recovery.lead")}</p>
        <section aria-labelledby="recovery-backups">
          <h2 id="recovery-backups">{t("recovery.backups")}</h2>
          {backups && backups.length > 0 ? (
            <BackupTable
              backups={backups}
              disabled={busy}
              atOnce
              onRestore={(backup: portfolio.Backup) => replace.mutate({ by: "backup", path: backup.path })}
            />
          ) : (
            <p className={styles.lead}>{backups && t("recovery.none")}</p>
          )}
        </section>
        <section aria-labelledby="recovery-else">
          <h2 id="recovery-else">{t("recovery.elsewhere")}</h2>
          <div className={styles.ways}>
            <Button disabled={busy} onClick={() => pick.mutate()}>
              {t("recovery.fromFile")}
            </Button>
            <Button disabled={busy} onClick={() => salvage.mutate()}>
              {t("recovery.salvage")}
            </Button>
            <Button disabled={busy} onClick={() => replace.mutate({ by: "nothing" })}>
              {t("recovery.begin")}
            </Button>
            <Button disabled={busy} onClick={() => replace.mutate({ by: "again" })}>
              {t("recovery.again")}
            </Button>
            <Button onClick={() => openFolder.mutate()}>{t("recovery.openFolder")}</Button>
          </div>
          <p className={styles.note}>{t("recovery.salvageNote")}</p>
        </section>
        <div role="status">
          {busy && (
            <p className={styles.busy}>
              <Spinner /> {t("recovery.working")}
            </p>
          )}
        </div>
        {failure && !busy && (
          <p role="alert" className={styles.failure}>
            {failure.message}
          </p>
        )}
      </div>
    </main>
  );
}
