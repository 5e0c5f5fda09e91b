import { useRef, type KeyboardEvent } from "react";
import { SuggestField } from "./suggest-field";

interface SuggestInputProps {
  /** The accessible name. */
  label: string;
  /** What the field begins with; all suggestions are offered until it is changed. */
  initial: string;
  value: string;
  suggestions: readonly string[];
  placeholder?: string;
  invalid?: boolean;
  onChange: (value: string) => void;
  /** Enter was pressed, or a suggestion picked. */
  onCommit: (value: string) => void;
  onEscape: () => void;
  onBlur?: () => void;
}

/** A field that stands in for a text while it is edited: Enter takes what is typed or picked, Escape leaves. */
export function SuggestInput(props: SuggestInputProps) {
  const { label, initial, value, suggestions, onCommit, onEscape } = props;
  const highlighted = useRef<string>(undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") onEscape();
    else onCommit(highlighted.current ?? value);
  };
  return (
    <SuggestField
      aria-label={label}
      aria-invalid={props.invalid ?? false}
      placeholder={props.placeholder}
      autoFocus
      initial={initial}
      value={value}
      options={suggestions}
      onChange={props.onChange}
      onHighlight={(option) => (highlighted.current = option)}
      onPick={onCommit}
      onKeyDown={onKeyDown}
      onBlur={() => props.onBlur?.()}
    />
  );
}
