import { clsx } from "clsx";
import { useId, type ComponentPropsWithRef, type ReactNode } from "react";
import styles from "./field.module.css";

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (ids: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": boolean;
  }) => ReactNode;
}

/** A labelled control with room for a hint or an error below it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": note ? `${id}-note` : undefined,
        "aria-invalid": error !== undefined,
      })}
      {note && (
        <p id={`${id}-note`} className={clsx(styles.note, error && styles.error)}>
          {note}
        </p>
      )}
    </div>
  );
}

export function TextInput({ className, ...rest }: ComponentPropsWithRef<"input">) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      className={clsx(styles.input, className)}
      {...rest}
    />
  );
}

export function TextArea({ className, ...rest }: ComponentPropsWithRef<"textarea">) {
  return <textarea className={clsx(styles.input, styles.area, className)} {...rest} />;
}
