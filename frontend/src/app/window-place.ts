import { useEffect } from "react";
import { frame } from "../bridge/backend";

/** How long the window keeps its size until that counts as chosen, in milliseconds. */
const settled = 500;

/** Has the size and place of the window remembered whenever it was resized. */
export function useWindowPlace(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onResize = () => {
      clearTimeout(timer);
      // What goes wrong is in the log: a window that opens elsewhere next time is no reason to disturb anyone now.
      timer = setTimeout(() => void frame.KeepPlace().catch(() => undefined), settled);
    };
    window.addEventListener("resize", onResize);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("resize", onResize);
    };
  }, []);
}
