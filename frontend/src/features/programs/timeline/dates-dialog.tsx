import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { Button } from "../../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../../ui/dialog";
import { DayField } from "../../../vocabulary/day-field";
import { useEditRecords } from "../../../vocabulary/use-edit-records";
import { datesEdit } from "./draft";
import styles from "./timeline-dialogs.module.css";

interface DatesDialogProps {
  program: portfolio.ProgramRow;
  onSaved: (dates: { start_date: string | null; launch_date: string | null }) => void;
  onClose: () => void;
}

/** Sets start and launch of a program by typing them. */
export function DatesDialog({ program, onSaved, onClose }: DatesDialogProps) {
  const { t } = useTranslation();
  const edit = useEditRecords();
  const [start, setStart] = useState<string | null | undefined>(program.start_date);
  const [launch, setLaunch] = useState<string | null | undefined>(program.launch_date);
  const reversed = start != null && launch != null && launch < start;
  const ready = start !== undefined && launch !== undefined && !reversed;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    const after = { start_date: start, launch_date: launch };
    edit({ edits: [datesEdit(program, after)] });
    onSaved(after);
    onClose();
  };
  return (
    <Dialog title={t("timeline.dates", { name: program.name })} closeLabel={t("close")} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <DayField
            label={t("field.start_date")}
            initial={program.start_date}
            onChange={setStart}
            autoFocus
          />
          <DayField label={t("field.launch_date")} initial={program.launch_date} onChange={setLaunch} />
          {reversed && (
            <p role="alert" className={styles.error}>
              {t("timeline.startAfterLaunch")}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" kind="primary" disabled={!ready}>
            {t("timeline.setDates")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
