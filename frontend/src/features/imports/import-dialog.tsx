import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, type KeyboardEvent, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { files } from "../../bridge/backend";
import { readAgain } from "../../lib/read-again";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { toast } from "../../ui/toasts";
import { useUndo } from "../../vocabulary/use-undo";
import { CheckStep } from "./check-step";
import { ColumnsStep } from "./columns-step";
import { FilesStep } from "./files-step";
import styles from "./import-dialog.module.css";
import { ImportProgress } from "./import-progress";
import { fileName } from "./mapping";
import { useProblemWords } from "./problem-words";
import { importTotals } from "./queries";
import { StepBar } from "./step-bar";
import { steps, useWizard, type Step, type Wizard } from "./use-wizard";

interface ImportDialogProps {
  paths: string[];
  onClose: () => void;
  onImported: () => void;
}

/** Leads from files to an import: what their columns hold, what the import would do, and then does it. */
export function ImportDialog({ paths, onClose, onImported }: ImportDialogProps) {
  const { t } = useTranslation();
  const wizard = useWizard(paths);
  const doImport = useImport(wizard.toImport, wizard.day.asOf ?? "", onImported);
  const form = useRef<HTMLFormElement>(null);
  const { step, check } = wizard;
  useEffect(() => form.current?.focus(), [step]);

  const totals = check?.data && importTotals(check.data.files);
  const writes = totals ? totals.new + totals.changed : 0;
  const isDone = totals !== undefined && writes === 0;
  const isBusy = doImport.isPending;
  const next = steps[steps.indexOf(step) + 1];
  const previous = steps[steps.indexOf(step) - 1];
  const mayGo = (to: Step | undefined) =>
    to !== undefined &&
    !isBusy &&
    (to === "files" || (wizard.isRead && (to === "columns" || wizard.isMapped)));
  const mayImport = writes > 0 && !isBusy && check !== undefined && !check.isFetching;

  const close = () => {
    void files.Cancel(); // what is under way, and what was kept of a check
    if (!isBusy) onClose();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (next) {
      if (mayGo(next)) wizard.goTo(next);
    } else if (isDone) close();
    else if (mayImport) doImport.mutate();
  };
  // The keyboard begins each step on the form itself, where Enter goes on as it does in a field.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target === form.current) submit(event);
  };

  return (
    <Dialog
      title={t("import.title")}
      closeLabel={isDone ? t("close") : t("cancel")}
      onClose={close}
      closable={!isBusy}
      large
      initialFocus={form}
    >
      <form
        ref={form}
        tabIndex={-1}
        aria-label={t(`import.step.${step}`)}
        className={styles.form}
        onSubmit={submit}
        onKeyDown={onKeyDown}
      >
        <StepBar step={step} mayGo={mayGo} onGo={wizard.goTo} />
        {step === "files" && <FilesStep wizard={wizard} />}
        {step === "columns" && <ColumnsStep wizard={wizard} />}
        {step === "check" && (
          <CheckStep wizard={wizard} isBusy={isBusy} failure={doImport.error ?? check?.error ?? null} />
        )}
        <DialogActions>
          <ImportProgress running={isBusy || check?.isFetching === true} />
          {step === "columns" && <FirstProblem wizard={wizard} />}
          {isDone ? (
            <Button type="submit" kind="primary">
              {t("close")}
            </Button>
          ) : (
            <>
              <Button onClick={close}>{t("cancel")}</Button>
              {previous && (
                <Button disabled={isBusy} onClick={() => wizard.goTo(previous)}>
                  {t("import.back")}
                </Button>
              )}
              <Button type="submit" kind="primary" disabled={next ? !mayGo(next) : !mayImport}>
                {next ? t("import.next") : totals ? t("import.run", { count: writes }) : t("import.open")}
              </Button>
            </>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Of several files, which one keeps the import from going on: it may be out of sight. */
function FirstProblem({ wizard: { files: all } }: { wizard: Wizard }) {
  const { t } = useTranslation();
  const problemsOf = useProblemWords();
  const wrong = all.length > 1 && all.find((file) => problemsOf(file).length > 0);
  return wrong ? (
    <p className={styles.problem}>{t("import.settle", { file: fileName(wrong.path) })}</p>
  ) : null;
}

/** Does the import, says what it did, and how to take it back. */
function useImport(toImport: Parameters<typeof files.Import>[0], asOf: string, onImported: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { undo } = useUndo();
  return useMutation({
    mutationFn: () => files.Import(toImport, asOf),
    onSuccess: async (counts) => {
      const done = importTotals(counts);
      onImported();
      toast({
        title: t("import.done", { count: done.new + done.changed }),
        text: t("import.doneText", { added: done.new, changed: done.changed }),
        action: { label: t("undo"), run: undo },
      });
      await readAgain(client);
    },
  });
}
