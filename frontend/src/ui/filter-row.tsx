import { clsx } from "clsx";
import { useState, type ReactNode } from "react";
import chip from "./filter-picker.module.css";
import styles from "./filter-row.module.css";

/** How wide a page must be to show a filter without being asked: any, that of a small window beside the assistant, or wide. */
export type FilterRoom = "any" | "some" | "much";

interface FilterRowProps {
  /** In the order of the row, each with the page that has room for it. */
  filters: { key: string; room: FilterRoom; chip: ReactNode }[];
  words: { more: string; fewer: string };
}

/** Filter chips beside other things of a bar. On a narrow page some of them wait behind a chip that brings them out. */
export function FilterRow({ filters, words }: FilterRowProps) {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <span className={clsx(styles.any, !unfolded && styles.folded)}>
      {filters.map((filter) => (
        <span key={filter.key} className={styles[filter.room]}>
          {filter.chip}
        </span>
      ))}
      {filters.some(({ room }) => room !== "any") && (
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
