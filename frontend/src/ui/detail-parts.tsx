import { Popover } from "@base-ui/react/popover";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import styles from "./detail-popover.module.css";
import floating from "./floating.module.css";

/** Joins the triggers in the rows of a list to the one popover that shows what each stands for. */
export type DetailHandle<P> = Popover.Handle<P>;

export function createDetail<P>(): DetailHandle<P> {
  return Popover.createHandle<P>();
}

interface DetailTriggerProps<P> {
  handle: DetailHandle<P>;
  payload: P;
  /** The accessible name. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A button in a row that shows details on hover and on Enter; the arrow keys of the list lead to it. */
export function DetailTrigger<P>({ handle, payload, label, className, children }: DetailTriggerProps<P>) {
  return (
    <Popover.Trigger
      handle={handle}
      payload={payload}
      openOnHover
      delay={250}
      tabIndex={-1}
      aria-label={label}
      className={clsx(styles.trigger, className)}
    >
      {children}
    </Popover.Trigger>
  );
}

interface DetailPopoverProps<P> {
  handle: DetailHandle<P>;
  title: (payload: P) => string;
  children: (payload: P) => ReactNode;
}

/** The popover of the triggers with the same handle. */
export function DetailPopover<P>({ handle, title, children }: DetailPopoverProps<P>) {
  return (
    <Popover.Root handle={handle}>
      {({ payload }) =>
        payload !== undefined && (
          <Popover.Portal>
            <Popover.Positioner className={floating.positioner} sideOffset={4} align="start">
              <Popover.Popup className={clsx(floating.popup, styles.popup)}>
                <Popover.Title className={styles.title}>{title(payload)}</Popover.Title>
                {children(payload)}
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        )
      }
    </Popover.Root>
  );
}
