import { useQuery } from "@tanstack/react-query";
import { useMemo, useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../../ui/dialog";
import { useEditRecords } from "../../../vocabulary/use-edit-records";
import { selectedProgramsQuery } from "../queries";
import styles from "./bulk-dialog.module.css";
import { BulkValue } from "./bulk-value";
import { EditPreview } from "./edit-preview";
import { planBulk, type BulkChange, type BulkField } from "./program-edits";

interface BulkDialogProps {
  ids: ReadonlySet<string>;
  field: BulkField;
  onClose: () => void;
}

/** Changes a field of the selected programs, and says first what that would do. */
export function BulkDialog({ ids, field, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  const edit = useEditRecords();
  const [change, setChange] = useState<BulkChange>();
  const list = useMemo(() => [...ids], [ids]);
  const programs = useQuery(selectedProgramsQuery(list)).data;
  const plan = programs && change && planBulk(programs, change);
  const count = plan?.edits.length ?? 0;

  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    if (!plan || count === 0) return;
    edit({ edits: plan.edits, done: t("table.changed", { count }) });
    onClose();
  };
  return (
    <Dialog title={t("table.bulk", { field: t(`field.${field}`) })} closeLabel={t("close")} onClose={onClose}>
      <form className={styles.form} onSubmit={apply}>
        <DialogBody>
          <BulkValue field={field} onChange={setChange} />
          {plan && (
            <div aria-live="polite" className={styles.preview}>
              <EditPreview edits={plan.edits} />
              {plan.already > 0 && (
                <p className={styles.note}>{t("table.already", { count: plan.already })}</p>
              )}
              {plan.undated > 0 && (
                <p className={styles.note}>{t("table.undated", { count: plan.undated })}</p>
              )}
            </div>
          )}
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" kind="primary" disabled={count === 0}>
            {count === 0 ? t("table.nothing") : t("table.apply", { count })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
