import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { clsx } from "clsx";
import { lazy } from "react";
import { FaceFirst } from "./face-first";
import styles from "./filter-picker.module.css";

const FilterPopover = lazy(async () => ({ default: (await import("./filter-popover")).FilterPopover }));

export interface FilterOption {
  value: string;
  label: string;
  /** How many records have the value; not shown where nobody counted. */
  count?: number;
}

export interface FilterPickerProps {
  /** What is filtered by: "Status". */
  label: string;
  /** The chosen values in words, "" where none are. */
  summary: string;
  options: FilterOption[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  words: { open: string; find: string; remove: string; nothing: string };
}

/** A filter as a chip: it opens a list of values with counts, of which any number may be chosen. */
export function FilterPicker({ summary, ...filter }: FilterPickerProps) {
  const { label, chosen, onChange, words } = filter;
  const active = chosen.length > 0;
  const face = (
    <>
      {!active && <PlusIcon size={12} aria-hidden />}
      {label}
      {active && <strong className={styles.summary}>{summary}</strong>}
    </>
  );
  return (
    <span className={clsx(styles.chip, active && styles.active)}>
      <FaceFirst className={styles.open} aria-label={words.open} face={face}>
        {(ref) => (
          <FilterPopover {...filter} buttonRef={ref}>
            {face}
          </FilterPopover>
        )}
      </FaceFirst>
      {active && (
        <button
          type="button"
          className={styles.remove}
          aria-label={words.remove}
          title={words.remove}
          onClick={() => onChange([])}
        >
          <XIcon size={10} weight="bold" aria-hidden />
        </button>
      )}
    </span>
  );
}
