import { useCallback, useRef, type RefCallback } from "react";

/**
 * Gives the keyboard to an element that may not be there yet, as its code may still load: then as soon as it appears,
 * unless the person has gone elsewhere with the keyboard in the meantime.
 */
export function useFocusWhenThere<E extends HTMLElement>(): { ref: RefCallback<E>; focus: () => void } {
  const element = useRef<E>(null);
  const wish = useRef<{ from: Element | null }>(undefined);
  const ref = useCallback((appeared: E | null) => {
    element.current = appeared;
    if (!appeared || !wish.current) return;
    const { activeElement: active, body } = document;
    if (active === body || active === wish.current.from) appeared.focus();
    wish.current = undefined;
  }, []);
  const focus = useCallback(() => {
    // In the next frame: what hides the element now may be about to show it.
    requestAnimationFrame(() => {
      if (element.current) element.current.focus();
      else wish.current = { from: document.activeElement };
    });
  }, []);
  return { ref, focus };
}
