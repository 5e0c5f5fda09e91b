import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { clsx } from "clsx";
import type { KeyboardEvent, ReactNode } from "react";
import floating from "./floating.module.css";
import styles from "./palette.module.css";

/** One line of a palette: what it is called and what choosing it does. */
export interface PaletteEntry {
  id: string;
  label: string;
  icon: ReactNode;
  /** What tells it apart from others of its name, such as where it belongs. */
  hint?: string | undefined;
  /** The keys that do the same. */
  keys?: string | undefined;
  run: () => void;
}

export interface PaletteGroup {
  label: string;
  items: PaletteEntry[];
}

interface PaletteProps {
  /** The accessible name of the dialog and of its field. */
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  groups: PaletteGroup[];
  /** Said where there is nothing to choose. */
  nothing: string;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A field above a list of everything that can be chosen; arrows move, Enter chooses, Escape closes. */
export function Palette({
  label,
  placeholder,
  text,
  onText,
  groups,
  nothing,
  onClose,
  onKeyDown,
}: PaletteProps) {
  const choose = (entry: PaletteEntry) => {
    onClose();
    entry.run();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          data-modal
          aria-label={label}
          className={clsx(floating.popup, styles.palette)}
          onKeyDown={onKeyDown}
        >
          <Autocomplete.Root
            inline
            open
            mode="none"
            autoHighlight="always"
            keepHighlight
            items={groups}
            value={text}
            itemToStringValue={(entry: PaletteEntry) => entry.label}
            onValueChange={(next, { reason }) => {
              if (reason !== "item-press") onText(next);
            }}
          >
            <div className={styles.field}>
              <MagnifyingGlassIcon size={16} aria-hidden />
              <Autocomplete.Input aria-label={label} placeholder={placeholder} className={styles.input} />
            </div>
            <Autocomplete.Empty>
              <p className={styles.nothing}>{nothing}</p>
            </Autocomplete.Empty>
            <Autocomplete.List className={styles.list}>
              {(group: PaletteGroup) => (
                <Autocomplete.Group key={group.label} items={group.items} className={styles.group}>
                  <Autocomplete.GroupLabel className={styles.label}>{group.label}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(entry: PaletteEntry) => (
                      <Autocomplete.Item
                        key={entry.id}
                        value={entry}
                        className={clsx(floating.item, styles.item)}
                        onClick={() => choose(entry)}
                      >
                        <span className={styles.icon} aria-hidden>
                          {entry.icon}
                        </span>
                        <span className={styles.name}>{entry.label}</span>
                        {entry.hint && <span className={styles.hint}>{entry.hint}</span>}
                        {entry.keys && (
                          <kbd className={styles.keys} aria-hidden>
                            {entry.keys}
                          </kbd>
                        )}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
