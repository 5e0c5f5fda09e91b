import { useEffect } from "react";
import { frame } from "../bridge/backend";
import type { app } from "../bridge/model";

/** What the window is drawn from, until its page is kept; undefined where that need not be done. */
let drawnFrom: app.Opening | undefined;

/** Notes what the window is going to be drawn from. Where the kept page is on the screen, it is as it will be drawn. */
export function willDrawFrom(opening: app.Opening | undefined): void {
  drawnFrom = document.getElementById("kept") ? undefined : opening;
}

/** What the window itself has stored, as boot.ts compares it. */
const storedNow = () => JSON.stringify(Object.entries(localStorage).sort());

/** The window as it is on the screen, without the rows below it. Styles of single elements come as data: see boot.ts. */
function htmlOf(root: HTMLElement): string {
  const seen = Array.from(
    root.querySelectorAll("[role=row]"),
    (row) => row.getBoundingClientRect().top < innerHeight,
  );
  const copy = root.cloneNode(true) as HTMLElement;
  for (const [i, row] of copy.querySelectorAll("[role=row]").entries()) if (!seen[i]) row.remove();
  for (const element of copy.querySelectorAll("[style]")) {
    element.setAttribute("data-style", element.getAttribute("style") ?? "");
    element.removeAttribute("style");
  }
  return copy.innerHTML;
}

/** Has the page kept, once it is drawn as it opened, so that the next start can show it before the code has come. */
export function useKeptPage(drawn: boolean): void {
  useEffect(() => {
    const root = document.getElementById("root");
    if (!drawn || !root || !drawnFrom?.key) return;
    const { key, state } = drawnFrom;
    drawnFrom = undefined;
    void frame
      .KeepPage({
        key,
        day: state.today,
        any_day: location.hash === "#/programs" && root.querySelector("[role=grid]") !== null,
        code: new URL(import.meta.url).pathname,
        stored: storedNow(),
        theme: document.documentElement.dataset.theme ?? "",
        lang: document.documentElement.lang,
        html: htmlOf(root),
      })
      .catch(() => undefined); // it is in the log, and the next start takes a moment longer
  }, [drawn]);
}
