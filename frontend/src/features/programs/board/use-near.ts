import { useEffect, useState, type RefObject } from "react";

/** How far beyond the edge of what is seen an element counts as near. */
const margin = "0px 320px";

/** Whether an element is on the screen or about to be scrolled there. */
export function useNear(ref: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: element.parentElement,
      rootMargin: margin,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return near;
}
