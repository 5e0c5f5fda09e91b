import styles from "./plain-text.module.css";

/** A text as it is, line by line, which the keyboard scrolls. */
export function PlainText({ label, text }: { label: string; text: string }) {
  return (
    <pre role="region" aria-label={label} tabIndex={0} className={styles.text}>
      {text}
    </pre>
  );
}
