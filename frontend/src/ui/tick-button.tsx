import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import styles from "./checkbox.module.css";

interface TickButtonProps {
  /** The accessible name. */
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick in a row of a list; the arrow keys of the list lead to it. */
export function TickButton({ label, checked, disabled = false, onChange }: TickButtonProps) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      disabled={disabled}
      data-checked={checked ? "" : undefined}
      data-disabled={disabled ? "" : undefined}
      tabIndex={-1}
      className={styles.box}
      onClick={() => onChange(!checked)}
    >
      {checked && <CheckIcon size={12} weight="bold" aria-hidden />}
    </button>
  );
}
