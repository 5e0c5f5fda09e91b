import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { clsx } from "clsx";
import styles from "./data-grid.module.css";
import type { GridSection } from "./grid-cells";
import { rowHeight } from "./grid-columns";

interface DataGridSectionProps {
  section: GridSection;
  index: number;
  current: boolean;
  columns: number;
  onToggle: (key: string, open: boolean) => void;
}

/** The heading of a section, which opens and closes it. */
export function DataGridSection({ section, index, current, columns, onToggle }: DataGridSectionProps) {
  const Caret = section.open ? CaretDownIcon : CaretRightIcon;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={section.open}
      tabIndex={current ? 0 : -1}
      data-line={section.key}
      className={clsx(styles.record, styles.section)}
      style={{ transform: `translateY(${index * rowHeight}px)` }}
      onClick={() => onToggle(section.key, !section.open)}
    >
      <div role="gridcell" aria-colspan={columns} className={styles.sectionCell}>
        <Caret size={12} aria-hidden />
        <span className={styles.sectionTitle}>{section.title}</span>
        {section.summary}
      </div>
    </div>
  );
}
