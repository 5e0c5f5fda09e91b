import { Checkbox as Base } from "@base-ui/react/checkbox";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import styles from "./checkbox.module.css";

interface CheckboxProps {
  /** The accessible name. */
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick. */
export function Checkbox({ label, checked, disabled = false, onChange }: CheckboxProps) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      className={styles.box}
    >
      <Base.Indicator className={styles.tick}>
        <CheckIcon size={12} weight="bold" aria-hidden />
      </Base.Indicator>
    </Base.Root>
  );
}
