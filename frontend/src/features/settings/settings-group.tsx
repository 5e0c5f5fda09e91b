import { useId, type ReactNode } from "react";
import styles from "./settings-page.module.css";

/** Settings that belong together, below their name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** What can be set or read. Text in it is a paragraph: WebKitGTK tells a screen reader nothing of it otherwise. */
export function Row({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div>
        <p>{label}</p>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      <div className={styles.value}>{children}</div>
    </div>
  );
}
