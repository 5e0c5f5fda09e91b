import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { MinusIcon } from "@phosphor-icons/react/dist/csr/Minus";
import styles from "./data-grid.module.css";

interface GridTickProps {
  label: string;
  /** "some" where it stands for rows of which only some are selected. */
  checked: boolean | "some";
  /** Given where the box stands alone; the boxes of rows are listened to by the grid. */
  onToggle?: () => void;
}

/** The box that selects a row, or all. It is drawn hundreds of times while a grid scrolls, so it is one plain element. */
export function GridTick({ label, checked, onToggle }: GridTickProps) {
  return (
    <span
      role="checkbox"
      aria-checked={checked === "some" ? "mixed" : checked}
      aria-label={label}
      title={label}
      tabIndex={onToggle ? 0 : -1}
      data-tick=""
      className={styles.tick}
      onClick={onToggle}
      onKeyDown={(event) => {
        if (!onToggle || event.key !== " ") return;
        event.preventDefault();
        onToggle();
      }}
    >
      {checked === true && <CheckIcon size={12} weight="bold" aria-hidden />}
      {checked === "some" && <MinusIcon size={12} weight="bold" aria-hidden />}
    </span>
  );
}
