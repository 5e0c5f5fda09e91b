import { CheckboxGroup } from "@base-ui/react/checkbox-group";
import { Popover } from "@base-ui/react/popover";
import { clsx } from "clsx";
import { useState, type ReactNode, type RefCallback } from "react";
import { Checkbox } from "./checkbox";
import floating from "./floating.module.css";
import type { FilterPickerProps } from "./filter-picker";
import styles from "./filter-picker.module.css";
import { TextInput } from "./field";

/** Above this many values, the picker has a field to find one. */
const findFrom = 10;

interface FilterPopoverProps extends Omit<FilterPickerProps, "summary"> {
  buttonRef: RefCallback<HTMLButtonElement>;
  /** What stands on the button. */
  children: ReactNode;
}

/** The button of a filter with the list that it opens. */
export function FilterPopover(props: FilterPopoverProps) {
  const { label, options, chosen, onChange, words, buttonRef, children } = props;
  const [find, setFind] = useState("");
  const wanted = find.trim().toLocaleLowerCase();
  const listed = options.filter((option) => option.label.toLocaleLowerCase().includes(wanted));
  return (
    <Popover.Root onOpenChange={(open) => open && setFind("")}>
      <Popover.Trigger ref={buttonRef} className={styles.open} aria-label={words.open}>
        {children}
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
  );
}
