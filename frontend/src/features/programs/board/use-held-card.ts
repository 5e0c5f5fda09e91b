import { useEffect, useRef, type FocusEvent, type RefObject } from "react";
import { focusCard } from "./board-keys";

/**
 * Lets the card that has the keyboard keep it where it is drawn anew in another column: it was dropped there, or undo
 * brought it back. Returns what the board has to listen to.
 */
export function useHeldCard(board: RefObject<HTMLElement | null>) {
  const held = useRef<string>(undefined);
  useEffect(() => {
    const element = board.current;
    if (!element) return;
    // The two columns are read one after the other, in any order.
    const observer = new MutationObserver(() => {
      if (held.current === undefined || document.activeElement !== document.body) return;
      focusCard(element.querySelector<HTMLElement>(`[data-card="${CSS.escape(held.current)}"]`));
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [board]);
  return {
    onFocus: ({ target }: FocusEvent) => {
      held.current = target.closest<HTMLElement>("[data-card]")?.dataset.card;
    },
    // Not heard of where the card is taken out of the page.
    onBlur: () => {
      held.current = undefined;
    },
  };
}
