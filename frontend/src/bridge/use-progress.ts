import { useEffect, useState } from "react";
import type { app } from "../../wailsjs/go/models";
import { on } from "./events";

/** The events that tell how far something is. */
type ProgressName = "import:progress" | "check:progress";

/** How far something is while it runs: the newest that Go told, at most once a frame. */
export function useProgress<N extends ProgressName>(
  name: N,
  running: boolean,
): app.EventCatalog[N] | undefined {
  const [progress, setProgress] = useState<app.EventCatalog[N]>();
  useEffect(() => {
    if (!running) return;
    let frame = 0;
    const off = on(name, (event) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setProgress(event));
    });
    return () => {
      off();
      cancelAnimationFrame(frame);
      setProgress(undefined);
    };
  }, [name, running]);
  return progress;
}
