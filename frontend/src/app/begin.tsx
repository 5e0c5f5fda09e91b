import { noop } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { desk } from "../bridge/backend";
import type { app } from "../bridge/model";
import { beginWithPrograms } from "../features/programs/queries";
import { deskQuery } from "../vocabulary/desk-query";
import { savedViewsQuery } from "../vocabulary/saved-views";
import { App } from "./app";
import { drawFrom } from "./drawn-from";
import { showStoredLanguage } from "./language";
import { queryClient } from "./query-client";
import { newRouter } from "./router";

let drawn: Root | undefined;

/** Draws the window from what Go read for it; where that is not there, the window asks for it. */
export async function begin(opening: app.Opening | undefined): Promise<void> {
  drawFrom(opening);
  if (opening) {
    queryClient.setQueryData(deskQuery.queryKey, opening.state);
    queryClient.setQueryData(savedViewsQuery.queryKey, opening.views);
    if (opening.programs) beginWithPrograms(queryClient, opening.programs);
  } else {
    void queryClient.query(deskQuery).catch(noop); // Go answers while the window is drawn.
  }
  const router = newRouter();
  // Where the words of a language cannot be loaded, the window speaks English; where a page cannot, it says so itself.
  await Promise.allSettled([showStoredLanguage(), router.load()]);
  const root = document.getElementById("root");
  if (!root) return;
  drawn = createRoot(root);
  drawn.render(<App router={router} />);
}

/** Draws the window as it will open the next time: from all that is written by now, with nothing opened or chosen. */
export async function beginAnew(): Promise<void> {
  const opening = await desk.Opening();
  drawn?.unmount();
  queryClient.clear();
  location.hash = "";
  await begin(opening);
}
