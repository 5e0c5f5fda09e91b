import { useEffect, useRef } from "react";
import { takesText } from "../lib/platform";
import { isPressed, keyOf, pagesWithKey } from "../lib/shortcuts";
import type { Commands } from "./commands";

/** The shortcuts that work on every page: those that a text field leaves alone, and those that are text there. */
const everywhere = ["palette", "assistant", "navigation", "settings"] as const;
const besideText = ["newProgram", "undo", "redo", "shortcuts", ...pagesWithKey] as const;

/** How long after G the second key is waited for, in milliseconds. */
const sequenceTime = 1200;

/** Listens for the keys that work on every page. */
export function useShortcuts(commands: Commands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });

  useEffect(() => {
    let pressedG = -Infinity;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("[data-modal]")) return;
      const inText = takesText(event.target);
      const before = event.timeStamp - pressedG < sequenceTime ? "g" : undefined;
      pressedG = !inText && keyOf(event) === "g" ? event.timeStamp : -Infinity;
      const listened = inText ? everywhere : [...everywhere, ...besideText];
      const pressed = listened.find((shortcut) => isPressed(shortcut, event, before));
      if (!pressed) return;
      event.preventDefault();
      latest.current[pressed]();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
