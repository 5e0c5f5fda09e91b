import { desk } from "./backend";
import type { app } from "./model";

/**
 * What the window shows first. Go wrote it into its page, unless that shows what was drawn from the same before; undefined
 * where it would have held the page back.
 */
export async function readOpening(): Promise<app.Opening | undefined> {
  if (keptPage()) return desk.Opening().catch(() => undefined); // what is then asked for says why
  const block = document.getElementById("opening");
  block?.remove();
  return block ? (JSON.parse(block.textContent) as app.Opening) : undefined;
}

/** The page that was kept, until the window is drawn anew; empty where it does not hold after all. */
export const keptPage = () => document.getElementById("kept");
