import { useRouter } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";

interface FullAssistant {
  shown: boolean;
  /** Whether it takes the place of the page now. */
  full: boolean;
  /** Keeps whether it does, until the window opens again too; undefined where it does not. */
  keep: (full: "yes" | undefined) => void;
  /** Shows or hides the assistant. */
  toggle: () => void;
  focusComposer: () => void;
}

/** The assistant in the place of the page: until it is docked or hidden, or somebody goes to a page, by a link of an answer too. */
export function useFullAssistant({ shown, full, keep, toggle, focusComposer }: FullAssistant) {
  const router = useRouter();
  const dock = useCallback(() => keep(undefined), [keep]);
  useEffect(
    () => router.subscribe("onBeforeNavigate", ({ fromLocation }) => fromLocation && dock()),
    [router, dock],
  );
  return {
    dock,
    toggle: useCallback(() => {
      if (full) dock();
      toggle();
    }, [full, dock, toggle]),
    toggleFull: useCallback(() => {
      if (full) {
        dock();
        return;
      }
      if (!shown) toggle();
      keep("yes");
      // The keyboard may have been on the page, which is no longer to be seen.
      requestAnimationFrame(() => {
        if (!document.activeElement?.closest("[role=main]")) focusComposer();
      });
    }, [full, shown, toggle, dock, keep, focusComposer]),
  };
}
