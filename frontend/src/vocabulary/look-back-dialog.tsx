import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogActions, DialogBody } from "../ui/dialog";
import { Spinner } from "../ui/spinner";
import { DayField } from "./day-field";
import styles from "./look-back-dialog.module.css";
import { useLookBack } from "./use-look-back";

interface LookBackDialogProps {
  /** The day that the field begins with. */
  day: string | null;
  onClose: () => void;
}

/** Asks for the day on which to look at the portfolio. */
export function LookBackDialog({ day: initial, onClose }: LookBackDialogProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null | undefined>(initial);
  const look = useLookBack();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (day && !look.isPending) look.mutate(day, { onSuccess: onClose });
  };
  return (
    <Dialog title={t("lookBack.title")} closeLabel={t("close")} closable={!look.isPending} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <DayField
            label={t("lookBack.day")}
            hint={t("lookBack.hint")}
            initial={initial}
            autoFocus
            className={styles.day}
            disabled={look.isPending}
            onChange={setDay}
          />
          {look.error && (
            <p role="alert" className={styles.error}>
              {look.error.message}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button disabled={look.isPending} onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" kind="primary" disabled={!day || look.isPending}>
            {look.isPending && <Spinner />}
            {look.isPending ? t("lookBack.running") : t("lookBack.run")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
