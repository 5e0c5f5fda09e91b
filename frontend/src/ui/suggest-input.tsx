import { Autocomplete } from "@base-ui/react/autocomplete";
import { clsx } from "clsx";
import { useRef, useState, type KeyboardEvent } from "react";
import field from "./field.module.css";
import floating from "./floating.module.css";
import styles from "./suggest-input.module.css";

interface SuggestInputProps {
  /** The accessible name. */
  label: string;
  /** What the field begins with; all suggestions are offered until it is changed. */
  initial: string;
  value: string;
  suggestions: readonly string[];
  placeholder?: string;
  autoFocus?: boolean;
  invalid?: boolean;
  onChange: (value: string) => void;
  /** Enter was pressed, or a suggestion picked. */
  onCommit: (value: string) => void;
  onEscape: () => void;
  onBlur?: () => void;
}

/** How many suggestions are listed; typing more narrows them. */
const listed = 12;

/** A field for any text, with texts that were used before to pick from. */
export function SuggestInput(props: SuggestInputProps) {
  const { label, initial, value, suggestions, onChange, onCommit, onEscape } = props;
  const [open, setOpen] = useState(false);
  const highlighted = useRef<string>(undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      onCommit((open ? highlighted.current : undefined) ?? value);
    }
  };
  return (
    <Autocomplete.Root
      items={suggestions}
      filter={value === initial ? null : undefined}
      limit={listed}
      value={value}
      open={open && suggestions.length > 0}
      onOpenChange={setOpen}
      onItemHighlighted={(item) => {
        highlighted.current = item;
      }}
      onValueChange={(next, { reason }) => {
        onChange(next);
        if (reason === "item-press") onCommit(next);
      }}
    >
      <Autocomplete.Input
        aria-label={label}
        aria-invalid={props.invalid}
        placeholder={props.placeholder}
        autoFocus={props.autoFocus}
        className={field.input}
        onKeyDownCapture={onKeyDown}
        onBlur={props.onBlur}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className={floating.positioner} sideOffset={4} align="start">
          <Autocomplete.Popup className={clsx(floating.popup, styles.popup)}>
            <Autocomplete.List aria-label={label}>
              {(item: string) => (
                <Autocomplete.Item key={item} value={item} className={floating.item}>
                  <span className={styles.label}>{item}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
