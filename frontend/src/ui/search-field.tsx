import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { useEffect, useRef, useState } from "react";
import { hasCommandKey, takesText } from "../lib/platform";
import { isPressed } from "../lib/shortcuts";
import styles from "./search-field.module.css";

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called a moment after the typing pauses. */
  onChange: (value: string) => void;
}

/** How long typing pauses before the list follows, in milliseconds. */
const pause = 120;

/** A search field that "/", or Ctrl+F, focuses from anywhere on the page; Escape empties it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    // The address changed, by Back for instance: show what it says now.
    setSeen(value);
    setTyped(value);
  }

  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (!isPressed("search", event) || document.querySelector("[data-modal]")) return;
      if (takesText(event.target) && !hasCommandKey(event)) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);

  return (
    <span className={styles.search}>
      <MagnifyingGlassIcon size={14} className={styles.icon} aria-hidden />
      <input
        ref={input}
        type="text"
        role="searchbox"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-keyshortcuts="/ Control+F Meta+F"
        placeholder={label}
        className={styles.input}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            setTyped("");
            onChange("");
            input.current?.blur();
          }
        }}
      />
      <kbd className={styles.key} aria-hidden>
        {/* The key is the same in every language. */}
        {"/"}
      </kbd>
    </span>
  );
}
