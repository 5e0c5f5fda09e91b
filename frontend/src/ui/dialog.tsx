import { Dialog as Base } from "@base-ui/react/dialog";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { clsx } from "clsx";
import { useEffect, useState, type ReactNode, type RefObject } from "react";
import { IconButton } from "./button";
import floating from "./floating.module.css";
import styles from "./dialog.module.css";

interface DialogProps {
  title: string;
  /** The name of the button that closes the dialog without doing anything. */
  closeLabel: string;
  onClose: () => void;
  /** Whether Escape, the close button and a click beside the dialog close it. */
  closable?: boolean;
  wide?: boolean;
  /** As large as the window lets it be, up to what can be read at a glance; it does not grow and shrink with what it holds. */
  large?: boolean;
  /** What the keyboard begins at; where absent, the first thing that can be operated. */
  initialFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** Shows a dialog for as long as it is mounted, and then gives the keyboard back to where it was. */
export function Dialog({ title, closeLabel, onClose, closable = true, children, ...look }: DialogProps) {
  // Asked before a field in the dialog takes the keyboard: the library asks later, and would give it back to the field.
  const [before] = useState(() => document.activeElement);
  const backTo = () =>
    before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null;
  const takesEscape = useEscape();
  const changed = (open: boolean, details: Base.Root.ChangeEventDetails) => {
    if (open || !closable) return;
    if (details.reason !== "escape-key" || takesEscape(details.event)) onClose();
    else details.allowPropagation(); // to the dialog that it is for
  };
  return (
    <Base.Root open onOpenChange={changed}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          data-modal
          finalFocus={backTo}
          {...(look.initialFocus && { initialFocus: look.initialFocus })}
          className={clsx(
            floating.popup,
            styles.dialog,
            look.wide && styles.wide,
            look.large && styles.large,
          )}
        >
          <div className={styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {closable && (
              <IconButton label={closeLabel} onClick={onClose}>
                <XIcon size={14} />
              </IconButton>
            )}
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The dialogs that are open, the topmost last. */
const shown: object[] = [];

/** What a dialog was closed by. */
const taken = new WeakSet<Event>();

/**
 * Says whether Escape is for this dialog: for the topmost only, also before that has the keyboard, and once. The library
 * asks all of them, as it does not know that one stands on another that did not open it.
 */
function useEscape(): (event: Event) => boolean {
  const [self] = useState({});
  useEffect(() => {
    shown.push(self);
    return () => void shown.splice(shown.indexOf(self), 1);
  }, [self]);
  return (event) => {
    if (taken.has(event) || shown.at(-1) !== self) return false;
    taken.add(event);
    return true;
  };
}

interface DialogBodyProps {
  /** There is nothing to operate in it: the keyboard then reaches the body itself, to scroll it. */
  onlyText?: boolean;
  /** The last thing in it takes the height that is left, and scrolls by itself. */
  fills?: boolean;
  children: ReactNode;
}

/** The body of a dialog, which scrolls when it is long. */
export function DialogBody({ onlyText = false, fills = false, children }: DialogBodyProps) {
  return (
    <div className={clsx(styles.body, fills && styles.fills)} tabIndex={onlyText ? 0 : undefined}>
      {children}
    </div>
  );
}

/** The row of buttons at the foot of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
