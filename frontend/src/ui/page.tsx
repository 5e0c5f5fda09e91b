import { clsx } from "clsx";
import type { ReactNode } from "react";
import { fromHeadingToList, useHeadingFocus } from "./heading-focus";
import styles from "./page.module.css";

interface PageProps {
  /** The level-1 heading. */
  title: string;
  /** What stands in the heading in place of its text, such as the text to edit. */
  heading?: ReactNode;
  /** A figure or a date beside the heading. */
  aside?: ReactNode;
  /** What stands before the heading, such as the way back. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: a bar with its heading and actions, and the content below it. */
export function Page({ title, heading, aside, lead, actions, children }: PageProps) {
  useHeadingFocus();
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        {lead}
        <h1 className={styles.title} title={title} tabIndex={-1} onKeyDown={fromHeadingToList}>
          {heading ?? title}
        </h1>
        {aside !== undefined && <p className={styles.aside}>{aside}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** The bar below the heading that holds filters and search. */
export function PageBar({ children }: { children: ReactNode }) {
  return <div className={styles.filters}>{children}</div>;
}

/** What stands at the end of that bar, search and buttons: it stays together, also in a line of its own. */
export function PageBarEnd({ children }: { children: ReactNode }) {
  return <div className={styles.end}>{children}</div>;
}

/**
 * The line at the foot of a page; a change of its figures is announced. It holds paragraphs: WebKitGTK tells a screen
 * reader nothing of bare text in a status line or a header.
 */
export function PageFoot({ label, aside, children }: PageFootProps) {
  return (
    <div className={styles.foot}>
      <div role="status" aria-label={label} className={styles.figures}>
        {children}
      </div>
      {aside}
    </div>
  );
}

interface PageFootProps {
  label: string;
  /** What else stands in the line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The part of a page that scrolls. */
export function PageBody({ children, padded = false }: { children: ReactNode; padded?: boolean }) {
  return <div className={clsx(styles.body, padded && styles.padded)}>{children}</div>;
}
