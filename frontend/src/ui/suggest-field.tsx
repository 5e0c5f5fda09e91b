import { Autocomplete } from "@base-ui/react/autocomplete";
import { clsx } from "clsx";
import type { KeyboardEvent, ReactNode } from "react";
import field from "./field.module.css";
import floating from "./floating.module.css";
import styles from "./suggest-field.module.css";

interface SuggestFieldProps {
  id?: string;
  "aria-label"?: string;
  "aria-invalid"?: boolean;
  placeholder?: string | undefined;
  autoFocus?: boolean;
  className?: string | undefined;
  value: string;
  /** The text that the field begins with: until it is changed, everything is suggested. */
  initial: string;
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

/** A field for any text, with texts to pick from. */
export function SuggestField(props: SuggestFieldProps) {
  const {
    value,
    initial,
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
  const wanted = value === initial ? "" : value.trim().toLocaleLowerCase();
  const matching = options.filter((option) => option.toLocaleLowerCase().includes(wanted));
  return (
    <Autocomplete.Root
      items={matching.slice(0, listed)}
      mode="none"
      defaultOpen={props.autoFocus ?? false}
      openOnInputClick
      autoHighlight={strict}
      value={value}
      onValueChange={onChange}
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
          {/* Not the library's popup: that one hides the rest of the page, links included, from assistive technology. */}
          <div
            role="region"
            aria-label={props["aria-label"] ?? props.placeholder}
            className={clsx(matching.length > 0 && floating.popup, styles.popup)}
          >
            <Autocomplete.List>
              {(option: string) => (
                <Autocomplete.Item
                  key={option}
                  value={option}
                  className={floating.item}
                  onClick={() => (onPick ?? onChange)(option)}
                >
                  <span className={styles.label}>{view?.(option) ?? option}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </div>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
