import type { ReactNode } from "react";
import { Button } from "./button";
import styles from "./notice.module.css";

/** A calm sentence in place of content, with what can be done about it. */
export function Notice({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={styles.notice}>
      <p className={styles.title}>{title}</p>
      {text && <p className={styles.text}>{text}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

/** Says why something could not be shown, and offers to try again. */
export function Failure({
  error,
  retryLabel,
  onRetry,
}: {
  error: Error;
  retryLabel: string;
  onRetry: () => void;
}) {
  return (
    <div role="alert">
      <Notice title={error.message}>
        <Button onClick={onRetry}>{retryLabel}</Button>
      </Notice>
    </div>
  );
}
