import { createRoot } from "react-dom/client";
// First, so that what a component says about itself wins over the ground rules.
import "./app/styles/base.css";
import { App } from "./app/app";
import { showStoredLanguage } from "./app/language";
import { showStoredTheme } from "./app/theme";
import { initStrings } from "./strings/i18n";

showStoredTheme();
initStrings();

const root = document.getElementById("root");
// Where the words of a language cannot be loaded, the window speaks English.
if (root) void showStoredLanguage().finally(() => createRoot(root).render(<App />));
