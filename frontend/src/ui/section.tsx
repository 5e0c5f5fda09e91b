import type { ReactNode } from "react";
import styles from "./section.module.css";

interface SectionProps {
  title: string;
  aside?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page with a level-2 heading. */
export function Section({ title, aside, action, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {aside !== undefined && aside !== false && <span className={styles.aside}>{aside}</span>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {children}
    </section>
  );
}

/** Says that a section holds nothing yet. */
export function SectionNote({ children }: { children: string }) {
  return <p className={styles.note}>{children}</p>;
}
