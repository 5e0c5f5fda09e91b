import styles from "./words.module.css";

/** A text that may be cut short, whole on hover; a dash where it is not reported. */
export function Words({ text }: { text: string }) {
  // The dash is the same in every language.
  return text === "" ? <span className={styles.none}>{"—"}</span> : <span title={text}>{text}</span>;
}

/** The name of a record, which stands out from its row. */
export function Strong({ text }: { text: string }) {
  return (
    <span className={styles.strong} title={text}>
      {text}
    </span>
  );
}
