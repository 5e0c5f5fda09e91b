import { useEffect, useRef } from "react";
import { takesText } from "../lib/platform";
import { isPressed, keyOf, pagesWithKey } from "../lib/shortcuts";
import type { Commands } from "./commands";

/** The shortcuts that work on every page: those that a text field leaves alone, and those that are text there. */
const everywhere = ["palette", "assistant", "assistantPage", "navigation", "settings"] as const;
const besideText = ["newProgram", "undo", "redo", "shortcuts"] as const;

/** How long after G the second key is waited for, in milliseconds. */
const sequenceTime = 1200;

/** Listens for the keys that work on every page, and for those after G that lead to one. */
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
      if (!inText && keyOf(event) === "g") pressedG = event.timeStamp;
      const listened = inText ? everywhere : [...everywhere, ...besideText];
      const pressed = listened.find((shortcut) => isPressed(shortcut, event));
      if (!pressed) return;
      event.preventDefault();
      latest.current[pressed]();
    };
    // Before anything on the page hears it: J after G leads away, where it would go down in a list.
    const onSecondKey = (event: KeyboardEvent) => {
      const before = event.timeStamp - pressedG < sequenceTime ? "g" : undefined;
      pressedG = -Infinity;
      if (takesText(event.target) || document.querySelector("[data-modal]")) return;
      const page = pagesWithKey.find((shortcut) => isPressed(shortcut, event, before));
      if (!page) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current[page]();
    };
    document.addEventListener("keydown", onSecondKey, true);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onSecondKey, true);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
}
