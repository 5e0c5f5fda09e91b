import { Popover } from "@base-ui/react/popover";
import { clsx } from "clsx";
import { useState, type ReactNode, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import floating from "../ui/floating.module.css";
import trigger from "../ui/value-menu.module.css";
import styles from "./day-edit.module.css";
import { DayField } from "./day-field";

/** Joins the days in the rows of a list to the one popover in which a day of theirs is changed. */
export type DayEditHandle<P> = Popover.Handle<P>;

export function createDayEdit<P>(): DayEditHandle<P> {
  return Popover.createHandle<P>();
}

interface DayEditTriggerProps<P> {
  handle: DayEditHandle<P>;
  payload: P;
  /** The accessible name: which day, and what it is. */
  label: string;
  children: ReactNode;
}

/** A day in a row that can be changed; the arrow keys of the list lead to it, and Enter opens it. */
export function DayEditTrigger<P>({ handle, payload, label, children }: DayEditTriggerProps<P>) {
  return (
    <Popover.Trigger
      handle={handle}
      payload={payload}
      tabIndex={-1}
      aria-label={label}
      className={trigger.trigger}
    >
      {children}
    </Popover.Trigger>
  );
}

interface DayEditProps<P> {
  handle: DayEditHandle<P>;
  of: (payload: P) => Omit<DayFormProps, "onDone">;
}

/** The popover of the triggers with the same handle. */
export function DayEdit<P>({ handle, of }: DayEditProps<P>) {
  return (
    <Popover.Root handle={handle}>
      {({ payload }) =>
        payload !== undefined && (
          <Popover.Portal>
            <Popover.Positioner className={floating.positioner} sideOffset={4} align="start">
              <Popover.Popup className={clsx(floating.popup)} aria-label={of(payload).label}>
                <DayForm {...of(payload)} onDone={() => handle.close()} />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        )
      }
    </Popover.Root>
  );
}

interface DayFormProps {
  label: string;
  day: string | null;
  onSave: (day: string | null) => void;
  onDone: () => void;
}

function DayForm({ label, day: initial, onSave, onDone }: DayFormProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null | undefined>(initial);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (day === undefined) return;
    if (day !== initial) onSave(day);
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <DayField label={label} initial={initial} onChange={setDay} />
      <Button type="submit" kind="primary" disabled={day === undefined}>
        {t("day.set")}
      </Button>
    </form>
  );
}
