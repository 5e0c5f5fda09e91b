import { clsx } from "clsx";
import { useState, type ReactNode } from "react";
import chip from "./filter-picker.module.css";
import styles from "./filter-row.module.css";

interface FilterRowProps {
  /** In the order of the row; `first` are those that are there on a narrow page too. */
  filters: { key: string; first: boolean; chip: ReactNode }[];
  words: { more: string; fewer: string };
}

/** Filter chips beside other things of a bar. On a narrow page some of them wait behind a chip that brings them out. */
export function FilterRow({ filters, words }: FilterRowProps) {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <span className={clsx(styles.row, !unfolded && styles.folded)}>
      {filters.map((filter) => (
        <span key={filter.key} className={filter.first ? styles.row : styles.rest}>
          {filter.chip}
        </span>
      ))}
      {filters.some(({ first }) => !first) && (
        <span className={clsx(chip.chip, styles.more)}>
          <button
            type="button"
            className={chip.open}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? words.fewer : words.more}
          </button>
        </span>
      )}
    </span>
  );
}
