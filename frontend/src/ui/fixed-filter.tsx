import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { clsx } from "clsx";
import styles from "./filter-picker.module.css";

interface FixedFilterProps {
  /** What is filtered by: "Programs". */
  label: string;
  summary: string;
  removeLabel: string;
  onRemove: () => void;
}

/** A filter that can only be taken away, as a chip. */
export function FixedFilter({ label, summary, removeLabel, onRemove }: FixedFilterProps) {
  return (
    <span className={clsx(styles.chip, styles.active)}>
      <span className={styles.open} title={summary}>
        {label}
        <strong className={styles.summary}>{summary}</strong>
      </span>
      <button
        type="button"
        className={styles.remove}
        aria-label={removeLabel}
        title={removeLabel}
        onClick={onRemove}
      >
        <XIcon size={10} weight="bold" aria-hidden />
      </button>
    </span>
  );
}
