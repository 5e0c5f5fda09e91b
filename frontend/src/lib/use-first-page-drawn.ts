import { useIsFetching } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState } from "react";

/** Whether the first page has been on the screen with what it reads: what people do not wait for can begin. */
export function useFirstPage(): boolean {
  const reading = useIsFetching() > 0;
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (reading || drawn) return;
    // The second frame begins when the first is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setDrawn(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [reading, drawn]);
  return drawn;
}

/** Provides what useFirstPage found, once for the whole window. */
export const FirstPageDrawnContext = createContext(true);

/** Whether the first page is drawn; see useFirstPage. */
export function useFirstPageDrawn(): boolean {
  return useContext(FirstPageDrawnContext);
}
