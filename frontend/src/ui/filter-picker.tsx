import { CheckboxGroup } from "@base-ui/react/checkbox-group";
import { Popover } from "@base-ui/react/popover";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { clsx } from "clsx";
import { useState } from "react";
import { Checkbox } from "./checkbox";
import floating from "./floating.module.css";
import styles from "./filter-picker.module.css";
import { TextInput } from "./field";

export interface FilterOption {
  value: string;
  label: string;
  /** How many records have the value; not shown where nobody counted. */
  count?: number;
}

interface FilterPickerProps {
  /** What is filtered by: "Status". */
  label: string;
  /** The chosen values in words, "" where none are. */
  summary: string;
  options: FilterOption[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  words: { open: string; find: string; remove: string; nothing: string };
}

/** Above this many values, the picker has a field to find one. */
const findFrom = 10;

/** A filter as a chip: it opens a list of values with counts, of which any number may be chosen. */
export function FilterPicker({ label, summary, options, chosen, onChange, words }: FilterPickerProps) {
  const [find, setFind] = useState("");
  const active = chosen.length > 0;
  const wanted = find.trim().toLocaleLowerCase();
  const listed = options.filter((option) => option.label.toLocaleLowerCase().includes(wanted));
  return (
    <span className={clsx(styles.chip, active && styles.active)}>
      <Popover.Root onOpenChange={(open) => open && setFind("")}>
        <Popover.Trigger className={styles.open} aria-label={words.open}>
          {!active && <PlusIcon size={12} aria-hidden />}
          {label}
          {active && <strong className={styles.summary}>{summary}</strong>}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className={floating.positioner} sideOffset={6} align="start">
            <Popover.Popup className={clsx(floating.popup, styles.popup)} aria-label={label}>
              {options.length >= findFrom && (
                <TextInput
                  aria-label={words.find}
                  placeholder={words.find}
                  className={styles.find}
                  value={find}
                  onChange={(event) => setFind(event.target.value)}
                />
              )}
              <CheckboxGroup value={chosen} onValueChange={onChange} aria-label={label}>
                {listed.map((option) => (
                  <label key={option.value} className={clsx(floating.item, styles.option)}>
                    <Checkbox name={option.value} value={option.value} />
                    <span className={styles.name}>{option.label}</span>
                    {option.count !== undefined && <span className={styles.count}>{option.count}</span>}
                  </label>
                ))}
              </CheckboxGroup>
              {listed.length === 0 && <p className={styles.nothing}>{words.nothing}</p>}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {active && (
        <button
          type="button"
          className={styles.remove}
          aria-label={words.remove}
          title={words.remove}
          onClick={() => onChange([])}
        >
          <XIcon size={10} weight="bold" aria-hidden />
        </button>
      )}
    </span>
  );
}
