import { Autocomplete } from "@base-ui/react/autocomplete";
import { clsx } from "clsx";
import type { KeyboardEvent, ReactNode } from "react";
import field from "./field.module.css";
import floating from "./floating.module.css";
import styles from "./search-choice.module.css";

interface CellSuggestProps {
  id?: string;
  "aria-label"?: string;
  "aria-invalid"?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  className?: string | undefined;
  value: string;
  /** What is suggested; the list narrows itself as the caller says. */
  options: readonly string[];
  /** Whether only what is suggested makes sense: the first that matches is then taken without a further key. */
  strict?: boolean;
  view?: (option: string) => ReactNode;
  onChange: (value: string) => void;
  /** Hears of the option that Enter or Tab would take. */
  onHighlight?: (option: string | undefined) => void;
  onPick?: (option: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: () => void;
}

/** How many of the options are listed; typing more narrows them. */
const listed = 50;

/** The field of a cell: any text may be typed, and what is suggested follows the caller. */
export function CellSuggest(props: CellSuggestProps) {
  const {
    value,
    options,
    strict = false,
    view,
    onChange,
    onHighlight,
    onPick,
    className,
    onKeyDown,
    ...input
  } = props;
  return (
    <Autocomplete.Root
      items={options.slice(0, listed)}
      mode="none"
      defaultOpen={props.autoFocus ?? false}
      openOnInputClick
      autoHighlight={strict}
      value={value}
      onValueChange={(next, { reason }) =>
        reason === "item-press" && onPick ? onPick(next) : onChange(next)
      }
      onItemHighlighted={(option, { reason }) => reason !== "pointer" && onHighlight?.(option)}
    >
      <Autocomplete.Input
        {...input}
        spellCheck={false}
        className={clsx(field.input, className)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          // What the caller took is not for the list too.
          if (event.isDefaultPrevented()) event.preventBaseUIHandler();
        }}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className={floating.positioner} sideOffset={4} align="start">
          <Autocomplete.Popup
            role="region"
            aria-label={props["aria-label"] ?? props.placeholder}
            className={clsx(options.length > 0 && floating.popup, styles.suggestions)}
          >
            <Autocomplete.List>
              {(option: string) => (
                <Autocomplete.Item key={option} value={option} className={floating.item}>
                  <span className={styles.label}>{view?.(option) ?? option}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
