import { clsx } from "clsx";
import { useRef, useState, type ChangeEvent, type KeyboardEvent, type ReactNode } from "react";
import { TextArea, TextInput } from "./field";
import styles from "./inline-edit.module.css";
import { SuggestInput } from "./suggest-input";

interface InlineEditProps {
  /** The accessible name of the field, and of the button where no other is given. */
  label: string;
  /** The accessible name of the button. */
  buttonLabel?: string;
  /** The text that is edited. */
  value: string;
  /** What stands there while it is not edited; the text where absent. */
  view?: ReactNode;
  /** Shown where the text is empty. */
  emptyText: string;
  /** Takes the new text, or gives a sentence that says what is wrong with it. */
  onSave: (value: string) => string | undefined;
  lines?: "one" | "many";
  /** Texts that were used before, to pick from. */
  suggestions?: readonly string[];
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

/** A text that becomes a field when it is pressed, or on F2. Enter or leaving saves, Escape gives the old text back. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, view, emptyText, onSave, lines = "one", suggestions, readOnly = false } = props;
  const [edit, setEdit] = useState<Edit>();
  const [error, setError] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);

  const begin = () => setEdit({ draft: value, begun: value, onSave });
  const close = () => {
    setEdit(undefined);
    setError(undefined);
  };
  const back = () => {
    close();
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  };
  const save = (draft: string, then: () => void) => {
    if (edit === undefined) return;
    const problem = draft === edit.begun ? undefined : edit.onSave(draft);
    if (problem === undefined) then();
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
        aria-label={props.buttonLabel ?? `${label}: ${value === "" ? emptyText : value}`}
        onClick={begin}
        onKeyDown={(event) => event.key === "F2" && begin()}
      >
        {shown}
      </button>
    );
  }

  // Where the focus went elsewhere it stays there.
  const onBlur = () => save(edit.draft, close);
  const control = {
    "aria-label": label,
    "aria-invalid": error !== undefined,
    title: error,
    autoFocus: true,
    value: edit.draft,
    onBlur,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setEdit({ ...edit, draft: event.target.value }),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") back();
      const enter = event.key === "Enter" && (lines === "one" || event.ctrlKey || event.metaKey);
      if (!enter) return;
      event.preventDefault();
      save(edit.draft, back);
    },
  };
  return (
    <div className={styles.edit}>
      {suggestions ? (
        <SuggestInput
          label={label}
          initial={edit.begun}
          value={edit.draft}
          suggestions={suggestions}
          invalid={error !== undefined}
          onChange={(draft) => setEdit({ ...edit, draft })}
          onCommit={(draft) => save(draft, back)}
          onEscape={back}
          onBlur={onBlur}
        />
      ) : lines === "many" ? (
        <TextArea {...control} rows={5} />
      ) : (
        <TextInput {...control} />
      )}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
