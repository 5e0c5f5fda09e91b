import { useEffect, type RefObject } from "react";

/** How long a record stays marked after it was jumped to, in milliseconds. */
const markedFor = 1600;

/**
 * Brings the element with `data-record={id}` into view, gives it the focus and marks it for a moment with
 * `data-flash`. `visit` is new for each jump, so that the same record can be jumped to again.
 */
export function useFlash(within: RefObject<HTMLElement | null>, id: string | undefined, visit: string): void {
  useEffect(() => {
    if (id === undefined) return;
    const records = within.current?.querySelectorAll<HTMLElement>("[data-record]") ?? [];
    const element = [...records].find((record) => record.dataset.record === id);
    if (!element) return;
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
    element.dataset.flash = "";
    const timer = setTimeout(() => delete element.dataset.flash, markedFor);
    return () => {
      clearTimeout(timer);
      delete element.dataset.flash;
    };
  }, [within, id, visit]);
}
