import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isCancelled } from "../../bridge/app-error";
import { backups } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { Segments } from "../../ui/segments";
import { Spinner } from "../../ui/spinner";
import { ChangeTable } from "../../vocabulary/change-table";
import { contents, moment, occasion } from "./backup-words";
import styles from "./backups.module.css";
import { openAnew } from "./open-anew";

const { Replace, Merge } = portfolio.RestoreMode;

interface RestoreDialogProps {
  path: string;
  onClose: () => void;
}

/** Shows what putting a backup back would change, and does it. */
export function RestoreDialog({ path, onClose }: RestoreDialogProps) {
  const { t, i18n } = useTranslation();
  const [mode, setMode] = useState(Replace);
  const preview = useQuery({
    queryKey: ["restore", path, mode],
    queryFn: ({ signal }) => readUntil(signal, (ticket) => backups.Preview(path, mode, ticket)),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const restore = useMutation({
    mutationFn: () => backups.Restore(path, mode, ""),
    onSuccess: ({ refused }) => {
      if (refused.length === 0) openAnew();
    },
  });
  const result = preview.data;
  const failure = restore.error ?? preview.error;
  const refused = restore.data?.refused ?? [];
  const records = result ? result.comes + result.changes + result.goes : 0;
  const ready = result !== undefined && !preview.isPlaceholderData && !preview.error;
  return (
    <Dialog
      title={t("backup.restoreTitle")}
      closeLabel={t("close")}
      wide
      closable={!restore.isPending && refused.length === 0}
      onClose={onClose}
    >
      <DialogBody>
        {result && (
          <div className={styles.content}>
            <dl className={styles.two}>
              <dt>{t("backup.theBackup")}</dt>
              <dd>
                {[moment(result.backup, i18n.language), occasion(t, result.backup)]
                  .filter(Boolean)
                  .join(", ")}
              </dd>
              <dd>{contents(t, result.backup.counts)}</dd>
              <dt>{t("backup.theNow")}</dt>
              <dd />
              <dd>{contents(t, result.counts)}</dd>
            </dl>
            <Segments
              label={t("backup.mode")}
              value={mode}
              options={[
                { value: Replace, label: t("backup.replace") },
                { value: Merge, label: t("backup.merge") },
              ]}
              onChange={setMode}
            />
            <p className={styles.lead}>{t(`backup.modeText.${mode}`)}</p>
            <p className={styles.sum}>
              {records === 0
                ? t("backup.same")
                : [
                    result.comes > 0 && t("backup.comesCount", { count: result.comes }),
                    result.changes > 0 && t("backup.changesCount", { count: result.changes }),
                    result.goes > 0 && t("backup.goesCount", { count: result.goes }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
            </p>
            {records > 0 && (
              <ChangeTable
                changes={result.rows}
                sides={{
                  before: t("backup.now"),
                  after: t("backup.then"),
                  created: t("backup.comes"),
                  deleted: t("backup.goes"),
                }}
              />
            )}
            {result.rows.length > 0 && result.rows.length === mostRows && (
              <p className={styles.lead}>{t("backup.more", { count: mostRows })}</p>
            )}
          </div>
        )}
        {!result && !failure && (
          <p className={styles.reading}>
            <Spinner /> {t("backup.reading")}
          </p>
        )}
        {refused.length > 0 && (
          <ul role="alert" className={styles.refused}>
            {refused.map((row) => (
              <li key={row.row}>{row.reason}</li>
            ))}
          </ul>
        )}
        {failure && !isCancelled(failure) && (
          <p role="alert" className={styles.error}>
            {failure.message}
          </p>
        )}
      </DialogBody>
      <DialogActions>
        {refused.length > 0 ? (
          <Button kind="primary" onClick={openAnew}>
            {t("backup.goOn")}
          </Button>
        ) : (
          <>
            <p className={styles.safety}>{t("backup.safety")}</p>
            <Button disabled={restore.isPending} onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button
              kind="primary"
              disabled={!ready || restore.isPending || (mode === Merge && records === 0)}
              onClick={() => restore.mutate()}
            >
              {restore.isPending && <Spinner />}
              {restore.isPending
                ? t("backup.restoring")
                : mode === Merge
                  ? t("backup.mergeRun", { count: records })
                  : t("backup.replaceRun")}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** How many rows of differences Go tells at most. */
const mostRows = 500;
