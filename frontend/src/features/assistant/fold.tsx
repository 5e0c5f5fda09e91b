import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { useId, useState, type ReactNode } from "react";
import styles from "./fold.module.css";

interface FoldProps {
  label: ReactNode;
  children: ReactNode;
}

/** A line that opens what stands behind it. */
export function Fold({ label, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <CaretRightIcon className={styles.caret} size={10} weight="fill" aria-hidden />
        {label}
      </button>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </>
  );
}
