import { Popover } from "@base-ui/react/popover";
import { Suspense, type ReactNode, type RefCallback } from "react";
import floating from "./floating.module.css";

interface PopoverPanelProps {
  className: string;
  /** The accessible name of what opens. */
  title: string;
  buttonRef: RefCallback<HTMLButtonElement>;
  /** What stands on the button. */
  face: ReactNode;
  children: ReactNode;
}

/** A button with the panel that it opens below it. */
export function PopoverPanel({ className, title, buttonRef, face, children }: PopoverPanelProps) {
  return (
    <Popover.Root>
      <Popover.Trigger ref={buttonRef} className={className} title={title}>
        {face}
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
