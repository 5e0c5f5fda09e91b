import { noop } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
// First, so that what a component says about itself wins over the ground rules.
import "./app/styles/base.css";
import { App } from "./app/app";
import { queryClient } from "./app/query-client";
import { router } from "./app/router";
import { opening } from "./bridge/opening";
import { beginWithPrograms } from "./features/programs/queries";
import { showStoredLanguage } from "./app/language";
import { showStoredTheme } from "./app/theme";
import { initStrings } from "./strings/i18n";
import { deskQuery } from "./vocabulary/desk-query";
import { savedViewsQuery } from "./vocabulary/saved-views";

showStoredTheme();
initStrings();
if (opening) {
  queryClient.setQueryData(deskQuery.queryKey, opening.state);
  queryClient.setQueryData(savedViewsQuery.queryKey, opening.views);
  if (opening.programs) beginWithPrograms(queryClient, opening.programs);
} else {
  void queryClient.query(deskQuery).catch(noop); // Go answers while the window is drawn.
}

const root = document.getElementById("root");
// Where the words of a language cannot be loaded, the window speaks English; where a page cannot, it says so itself.
const prepared = Promise.allSettled([showStoredLanguage(), router.load()]);
if (root) void prepared.then(() => createRoot(root).render(<App />));
