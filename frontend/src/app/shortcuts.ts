import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { hasCommandKey, takesText } from "../lib/platform";
import { useUndo } from "../vocabulary/use-undo";

/** The second key after G that leads to each page. */
export const pageKeys = {
  programs: "p",
  risks: "r",
  milestones: "m",
  objectives: "b",
  activity: "a",
} as const;

/** How long after G the second key is waited for, in milliseconds. */
const sequenceTime = 1200;

/** Listens for the keys that work on every page. */
export function useShortcuts(toggleAssistant: () => void): void {
  const navigate = useNavigate();
  const { undo, redo } = useUndo();
  const latest = useRef({ undo, redo, toggleAssistant });
  useEffect(() => {
    latest.current = { undo, redo, toggleAssistant };
  });

  useEffect(() => {
    let pressedG = -Infinity;
    const onCommand = (event: KeyboardEvent): (() => void) | undefined => {
      const key = event.key.toLowerCase();
      if (key === "j") return latest.current.toggleAssistant;
      if (key === ",") return () => void navigate({ to: "/settings" });
      // In a text field these undo typing.
      if (key === "z" && !takesText(event.target)) {
        return event.shiftKey ? latest.current.redo : latest.current.undo;
      }
      return undefined;
    };
    const onPlain = (event: KeyboardEvent): (() => void) | undefined => {
      if (takesText(event.target) || event.altKey || event.ctrlKey || event.metaKey) return undefined;
      const key = event.key.toLowerCase();
      const followsG = event.timeStamp - pressedG < sequenceTime;
      pressedG = key === "g" ? event.timeStamp : -Infinity;
      const page = pageNames.find((name) => pageKeys[name] === key);
      return followsG && page ? () => void navigate({ to: `/${page}` }) : undefined;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("[data-modal]")) return;
      const act = hasCommandKey(event) ? onCommand(event) : onPlain(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate]);
}

const pageNames = Object.keys(pageKeys) as (keyof typeof pageKeys)[];
