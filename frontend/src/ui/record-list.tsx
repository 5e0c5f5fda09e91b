import type { ReactNode } from "react";
import styles from "./record-list.module.css";

/** Records of a program, one under the other. */
export function RecordList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

interface RecordItemProps {
  /** The id that a jump finds the record by. */
  id: string;
  title: string;
  /** The accessible name of the button that edits the record. */
  editLabel: string;
  onEdit: () => void;
  /** What stands on the right of the title, and below it. */
  aside?: ReactNode;
  children?: ReactNode;
}

export function RecordItem({ id, title, editLabel, onEdit, aside, children }: RecordItemProps) {
  return (
    <li className={styles.item} data-record={id} tabIndex={-1}>
      <div className={styles.head}>
        <button type="button" className={styles.title} aria-label={editLabel} onClick={onEdit}>
          {title}
        </button>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children && <div className={styles.detail}>{children}</div>}
    </li>
  );
}
