import { clsx } from "clsx";
import type { Icon } from "@phosphor-icons/react";
import { lazy, type ReactNode } from "react";
import button from "./button.module.css";
import { FaceFirst } from "./face-first";
import styles from "./popover-button.module.css";

const PopoverPanel = lazy(async () => ({ default: (await import("./popover-panel")).PopoverPanel }));

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
  const className = clsx(button.button, button.plain);
  const face = (
    <>
      <ButtonIcon size={14} aria-hidden />
      <span className={styles.label}>{label}</span>
    </>
  );
  return (
    <FaceFirst className={className} title={title} face={face}>
      {(ref) => (
        <PopoverPanel className={className} title={title} buttonRef={ref} face={face}>
          {children}
        </PopoverPanel>
      )}
    </FaceFirst>
  );
}
