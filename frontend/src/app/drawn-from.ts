import type { app } from "../bridge/model";
import { keptPage } from "../bridge/opening";

let opening: app.Opening | undefined;
let kept = false;

/** Notes what the window is going to be drawn from. */
export function drawFrom(next: app.Opening | undefined): void {
  opening = next;
  kept = keptPage()?.hasChildNodes() ?? false;
}

/** What the window is drawn from, and whether that is kept as it is drawn. */
export const drawnFrom = () => ({ opening, kept });
