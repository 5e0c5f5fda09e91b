import { Popover } from "@base-ui/react/popover";
import { clsx } from "clsx";
import type { Icon } from "@phosphor-icons/react";
import { Suspense, type ReactNode } from "react";
import button from "./button.module.css";
import floating from "./floating.module.css";
import styles from "./popover-button.module.css";

interface PopoverButtonProps {
  icon: Icon;
  label: ReactNode;
  /** The accessible name of what opens. */
  title: string;
  /** What opens; it may be loaded when it does. */
  children: ReactNode;
}

/** A button that opens a small panel below it; where the page is narrow its icon has to do. */
export function PopoverButton({ icon: ButtonIcon, label, title, children }: PopoverButtonProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className={clsx(button.button, button.plain)} title={title}>
        <ButtonIcon size={14} aria-hidden />
        <span className={styles.label}>{label}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={floating.positioner} sideOffset={6} align="end">
          <Popover.Popup className={floating.popup} aria-label={title}>
            <Suspense>{children}</Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
