import { Menu } from "@base-ui/react/menu";
import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import floating from "./floating.module.css";
import styles from "./value-menu.module.css";

/** Joins the triggers in the rows of a list to the one menu that changes a value of theirs. */
export type ValueMenuHandle<P> = Menu.Handle<P>;

export function createValueMenu<P>(): ValueMenuHandle<P> {
  return Menu.createHandle<P>();
}

interface ValueMenuTriggerProps<P> {
  handle: ValueMenuHandle<P>;
  payload: P;
  /** The accessible name: what is changed, and its value. */
  label: string;
  children: ReactNode;
}

/**
 * A value in a row that a menu changes; the arrow keys of the list lead to it, and Enter opens the menu. It costs a row no
 * more than a button, as all triggers share one menu.
 */
export function ValueMenuTrigger<P>({ handle, payload, label, children }: ValueMenuTriggerProps<P>) {
  return (
    <Menu.Trigger
      handle={handle}
      payload={payload}
      tabIndex={-1}
      aria-label={label}
      className={styles.trigger}
      onKeyDown={(event) => {
        // They move through the list; to open the menu there is Enter.
        if (event.key === "ArrowDown" || event.key === "ArrowUp") event.preventBaseUIHandler();
      }}
    >
      {children}
      <CaretDownIcon size={10} className={styles.caret} aria-hidden />
    </Menu.Trigger>
  );
}

export interface ValueOption<V extends string> {
  value: V;
  label: string;
  /** What stands for the value; its label where absent. */
  view?: ReactNode;
}

/** What the menu offers for a row. */
interface ValueMenuContent<V extends string> {
  label: string;
  value: V;
  options: ValueOption<V>[];
  onChange: (value: V) => void;
}

interface ValueMenuProps<P, V extends string> {
  handle: ValueMenuHandle<P>;
  of: (payload: P) => ValueMenuContent<V>;
}

/** The menu of the triggers with the same handle. */
export function ValueMenu<P, V extends string>({ handle, of }: ValueMenuProps<P, V>) {
  return (
    <Menu.Root handle={handle} modal={false}>
      {({ payload }) => payload !== undefined && <Values {...of(payload)} />}
    </Menu.Root>
  );
}

function Values<V extends string>({ label, value, options, onChange }: ValueMenuContent<V>) {
  return (
    <Menu.Portal>
      <Menu.Positioner className={floating.positioner} sideOffset={4} align="start">
        <Menu.Popup className={clsx(floating.popup, styles.popup)} aria-label={label}>
          <Menu.RadioGroup value={value} onValueChange={(next: V) => onChange(next)}>
            {options.map((option) => (
              <Menu.RadioItem
                key={option.value}
                value={option.value}
                label={option.label}
                closeOnClick
                className={floating.item}
              >
                {option.view ?? option.label}
                <Menu.RadioItemIndicator className={styles.check}>
                  <CheckIcon size={14} aria-hidden />
                </Menu.RadioItemIndicator>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}
