import { createRoot } from "react-dom/client";
// First, so that what a component says about itself wins over the ground rules.
import "./app/styles/base.css";
import { App } from "./app/app";
import { showStoredTheme } from "./app/theme";
import { initStrings } from "./strings/i18n";

showStoredTheme();
initStrings();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
