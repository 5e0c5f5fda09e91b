import { useEffect } from "react";

/**
 * Has WebKitGTK tell screen readers of the rows of tables again: it forgets those that were hidden from them for a while,
 * as everything is that lies behind a dialog or a menu, until something comes or goes beside the rows.
 */
export function useTablesAgain(): void {
  useEffect(() => {
    const observer = new MutationObserver((changes) => {
      const shown = new Set(changes.map(({ target }) => target as Element));
      for (const element of shown) {
        if (element.getAttribute("aria-hidden") === "true") continue;
        element.querySelectorAll("[role=grid], [role=rowgroup], thead, tbody").forEach(touch);
      }
    });
    observer.observe(document.body, { attributes: true, attributeFilter: ["aria-hidden"], subtree: true });
    return () => observer.disconnect();
  }, []);
}

/** Puts something without a size beside the rows, for a frame. */
function touch(rows: Element): void {
  const mark = document.createElement("span");
  rows.append(mark);
  requestAnimationFrame(() => requestAnimationFrame(() => mark.remove()));
}
