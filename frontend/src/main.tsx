import { noop } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
// First, so that what a component says about itself wins over the ground rules.
import "./app/styles/base.css";
import { App } from "./app/app";
import { queryClient } from "./app/query-client";
import { router } from "./app/router";
import { showStoredLanguage } from "./app/language";
import { showStoredTheme } from "./app/theme";
import { initStrings } from "./strings/i18n";
import { deskQuery } from "./vocabulary/desk-query";

showStoredTheme();
initStrings();
// Go answers these while the window is drawn.
void queryClient.query(deskQuery).catch(noop);
void router.load();

const root = document.getElementById("root");
// Where the words of a language cannot be loaded, the window speaks English.
if (root) void showStoredLanguage().finally(() => createRoot(root).render(<App />));
