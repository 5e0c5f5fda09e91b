import { clsx } from "clsx";
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { TextArea, TextInput } from "./field";
import styles from "./inline-edit.module.css";

interface InlineEditProps {
  /** The accessible name of the button and of the field. */
  label: string;
  /** The text that is edited. */
  value: string;
  /** What stands there while it is not edited; the text where absent. */
  view?: ReactNode;
  /** Shown where the text is empty. */
  emptyText: string;
  /** Takes the new text, or gives a sentence that says what is wrong with it. */
  onSave: (value: string) => string | undefined;
  lines?: "one" | "many";
}

/** A text that becomes a field when it is pressed. Enter or leaving saves, Escape gives the old text back. */
export function InlineEdit({ label, value, view, emptyText, onSave, lines = "one" }: InlineEditProps) {
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);

  const close = () => {
    setDraft(undefined);
    setError(undefined);
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  };
  const save = () => {
    if (draft === undefined) return;
    const problem = draft === value ? undefined : onSave(draft);
    if (problem === undefined) close();
    else setError(problem);
  };

  if (draft === undefined) {
    return (
      <button
        ref={button}
        type="button"
        className={clsx(styles.text, lines === "many" && styles.many)}
        aria-label={value === "" ? `${label}: ${emptyText}` : `${label}: ${value}`}
        onClick={() => setDraft(value)}
      >
        {value === "" ? <span className={styles.empty}>{emptyText}</span> : (view ?? value)}
      </button>
    );
  }

  const control = {
    "aria-label": label,
    "aria-invalid": error !== undefined,
    title: error,
    autoFocus: true,
    value: draft,
    onBlur: save,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
      const enter = event.key === "Enter" && (lines === "one" || event.ctrlKey || event.metaKey);
      if (!enter) return;
      event.preventDefault();
      save();
    },
  };
  return (
    <div className={styles.edit}>
      {lines === "many" ? (
        <TextArea {...control} rows={5} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <TextInput {...control} onChange={(event) => setDraft(event.target.value)} />
      )}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
