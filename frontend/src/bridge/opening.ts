import type { app } from "./model";

/** What the window shows first, which Go wrote into its page; undefined where that would have held the page back. */
export const opening = readOpening();

function readOpening(): app.Opening | undefined {
  const block = document.getElementById("opening");
  if (!block) return undefined;
  block.remove();
  return JSON.parse(block.textContent) as app.Opening;
}
