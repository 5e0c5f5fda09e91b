import { useEffect } from "react";
import { frame } from "../bridge/backend";
import { readAllStored } from "../lib/stored";
import { drawnFrom } from "./drawn-from";

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
    const { opening, kept } = drawnFrom();
    const stored = readAllStored();
    if (!drawn || !root || !opening?.key || kept || stored === undefined) return;
    const { key, state } = opening;
    void frame
      .KeepPage({
        key,
        day: state.today,
        any_day: location.hash === "#/programs" && root.querySelector("[role=grid]") !== null,
        code: new URL(import.meta.url).pathname,
        stored,
        theme: document.documentElement.dataset.theme ?? "",
        lang: document.documentElement.lang,
        html: htmlOf(root),
      })
      .catch(() => undefined); // it is in the log, and the next start takes a moment longer
  }, [drawn]);
}
