import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { AppError } from "../../bridge/app-error";
import { files } from "../../bridge/backend";
import { on } from "../../bridge/events";
import type { app } from "../../bridge/model";
import { parseDay, today } from "../../lib/dates";
import { readAgain } from "../../lib/read-again";
import { Button } from "../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { Field, TextInput } from "../../ui/field";
import { toast } from "../../ui/toasts";
import { useUndo } from "../../vocabulary/use-undo";
import styles from "./import-dialog.module.css";
import { ImportReview } from "./import-review";
import { dryRunQuery, importTotals } from "./queries";

interface ImportDialogProps {
  paths: string[];
  onClose: () => void;
  onImported: () => void;
}

/** Shows what an import of the files would do, and does it when the person says so. */
export function ImportDialog({ paths, onClose, onImported }: ImportDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { undo } = useUndo();
  const [asOf, setAsOf] = useState(today);
  const day = parseDay(asOf);
  const dryRun = useQuery(dryRunQuery(paths, day));

  const doImport = useMutation({
    mutationFn: () => files.Import(paths, false, day ?? ""),
    onSuccess: async (result) => {
      const done = importTotals(result);
      onImported();
      toast({
        title: t("import.done", { count: done.new + done.changed }),
        text: t("import.doneText", { added: done.new, changed: done.changed }),
        action: { label: t("undo"), run: undo },
      });
      await readAgain(client);
    },
  });
  const progress = useImportProgress(doImport.isPending || dryRun.isFetching);

  const totals = dryRun.data && importTotals(dryRun.data);
  const writes = totals ? totals.new + totals.changed : 0;
  const buttonLabel = !totals
    ? t("import.open")
    : writes === 0
      ? t("import.nothing")
      : t("import.run", { count: writes });
  const failure = doImport.error ?? dryRun.error;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (writes > 0 && !doImport.isPending) doImport.mutate();
  };
  const cancel = () => {
    if (doImport.isPending || dryRun.isFetching) void files.Cancel();
    if (!doImport.isPending) onClose();
  };

  return (
    <Dialog
      title={t("import.title")}
      closeLabel={t("cancel")}
      onClose={cancel}
      closable={!doImport.isPending}
      wide
    >
      <form onSubmit={submit} className={styles.form}>
        <DialogBody>
          {dryRun.data && <ImportReview result={dryRun.data} />}
          {!totals && !failure && <p className={styles.reading}>{t("import.reading")}</p>}
          {failure && !isCancelled(failure) && (
            <p role="alert" className={styles.error}>
              {failure.message}
            </p>
          )}
          <Field
            label={t("import.asOf")}
            hint={t("import.asOfHint")}
            error={day === undefined ? t("day.invalid") : undefined}
          >
            {(ids) => (
              <TextInput
                {...ids}
                className={styles.day}
                value={asOf}
                disabled={doImport.isPending}
                onChange={(event) => setAsOf(event.target.value)}
              />
            )}
          </Field>
          {progress && (
            <div className={styles.progress}>
              <progress
                aria-label={t("import.progress")}
                value={progress.done}
                max={Math.max(progress.total, 1)}
              />
              <span>{t("import.progressCount", { done: progress.done, total: progress.total })}</span>
            </div>
          )}
        </DialogBody>
        <DialogActions>
          <Button onClick={cancel}>{t("cancel")}</Button>
          <Button
            type="submit"
            kind="primary"
            disabled={writes === 0 || day === undefined || dryRun.isFetching || doImport.isPending}
          >
            {buttonLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function isCancelled(error: Error): boolean {
  return error instanceof AppError && error.code === "cancelled";
}

/** The newest progress of the import that runs now, at most once a frame. */
function useImportProgress(running: boolean): app.ImportProgress | undefined {
  const [progress, setProgress] = useState<app.ImportProgress>();
  useEffect(() => {
    if (!running) return;
    let frame = 0;
    const off = on("import:progress", (event) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setProgress(event));
    });
    return () => {
      off();
      cancelAnimationFrame(frame);
      setProgress(undefined);
    };
  }, [running]);
  return progress;
}
