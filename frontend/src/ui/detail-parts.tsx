import { Popover } from "@base-ui/react/popover";
import { clsx } from "clsx";
import type { Detail, DetailPopoverProps, LoadedTriggerProps } from "./detail-popover";
import styles from "./detail-popover.module.css";
import floating from "./floating.module.css";

/** The handle of the library for a detail; made when the first trigger is drawn. */
function popoverOf<P>(detail: Detail<P>): Popover.Handle<P> {
  const handle = (detail.popover as Popover.Handle<P> | undefined) ?? Popover.createHandle<P>();
  detail.popover = handle;
  return handle;
}

/** A button in a row that shows details on hover and on Enter; the arrow keys of the list lead to it. */
export function LoadedTrigger<P>(props: LoadedTriggerProps<P>) {
  const { handle, payload, label, className, buttonRef, children } = props;
  return (
    <Popover.Trigger
      ref={buttonRef}
      handle={popoverOf(handle)}
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

/** The popover of the triggers with the same handle. */
export function LoadedPopover<P>({ handle, title, children }: DetailPopoverProps<P>) {
  return (
    <Popover.Root handle={popoverOf(handle)}>
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
