import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { portfolio } from "../../bridge/model";

/**
 * The keyboard in the list of conversations: one of them is in the tab order, arrow keys, Home and End go through all. `focus`
 * goes to one, now or as soon as it is drawn.
 */
export function useListFocus(shown: readonly portfolio.Conversation[], current: string) {
  const container = useRef<HTMLElement>(null);
  const wanted = useRef<string>(undefined);
  const [chosen, setStop] = useState(current);
  const isShown = (id: string) => shown.some((conversation) => conversation.id === id);
  const stop = [chosen, current].find(isShown) ?? shown[0]?.id;

  const rows = () => [...(container.current?.querySelectorAll<HTMLElement>("[data-conversation]") ?? [])];
  const focusWanted = () => {
    const row = rows().find(({ dataset }) => dataset.conversation === wanted.current);
    if (!row) return;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  useEffect(() => {
    if (wanted.current === undefined) return;
    // What had the keyboard is gone; where the person went on meanwhile, it stays there.
    if (document.activeElement === document.body) focusWanted();
    wanted.current = undefined;
  });

  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setStop(id);
    wanted.current = id;
    focusWanted();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focus(all[Math.max(0, Math.min(to, all.length - 1))]?.dataset.conversation);
  };
  return { container, stop, setStop, focus, onKeyDown };
}
