import { Popover } from "@base-ui/react/popover";
import { clsx } from "clsx";
import { Suspense, type ReactNode } from "react";
import button from "./button.module.css";
import floating from "./floating.module.css";

interface PopoverButtonProps {
  label: ReactNode;
  /** The accessible name of what opens. */
  title: string;
  /** What opens; it may be loaded when it does. */
  children: ReactNode;
}

/** A button that opens a small panel below it. */
export function PopoverButton({ label, title, children }: PopoverButtonProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className={clsx(button.button, button.plain)}>{label}</Popover.Trigger>
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
