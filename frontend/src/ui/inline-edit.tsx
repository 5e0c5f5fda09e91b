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
  /** Only shows the text. */
  readOnly?: boolean;
}

/**
 * An edit that goes on. It saves onto what was there when it began, so that a value which somebody else writes meanwhile
 * is not written over unseen.
 */
interface Edit {
  draft: string;
  begun: string;
  onSave: InlineEditProps["onSave"];
}

/** A text that becomes a field when it is pressed. Enter or leaving saves, Escape gives the old text back. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, view, emptyText, onSave, lines = "one", readOnly = false } = props;
  const [edit, setEdit] = useState<Edit>();
  const [error, setError] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);

  const close = () => {
    setEdit(undefined);
    setError(undefined);
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  };
  const save = () => {
    if (edit === undefined) return;
    const problem = edit.draft === edit.begun ? undefined : edit.onSave(edit.draft);
    if (problem === undefined) close();
    else setError(problem);
  };

  const shape = clsx(styles.text, lines === "many" && styles.many);
  const shown = value === "" ? <span className={styles.empty}>{emptyText}</span> : (view ?? value);
  if (readOnly) return <div className={clsx(shape, styles.fixed)}>{shown}</div>;
  if (edit === undefined) {
    return (
      <button
        ref={button}
        type="button"
        className={shape}
        aria-label={value === "" ? `${label}: ${emptyText}` : `${label}: ${value}`}
        onClick={() => setEdit({ draft: value, begun: value, onSave })}
      >
        {shown}
      </button>
    );
  }

  const control = {
    "aria-label": label,
    "aria-invalid": error !== undefined,
    title: error,
    autoFocus: true,
    value: edit.draft,
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
        <TextArea
          {...control}
          rows={5}
          onChange={(event) => setEdit({ ...edit, draft: event.target.value })}
        />
      ) : (
        <TextInput {...control} onChange={(event) => setEdit({ ...edit, draft: event.target.value })} />
      )}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
