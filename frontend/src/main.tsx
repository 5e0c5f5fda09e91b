// First, so that what a component says about itself wins over the ground rules.
import "./app/styles/base.css";
import { begin, beginAnew } from "./app/begin";
import { showStoredTheme } from "./app/theme";
import { on } from "./bridge/events";
import { opening } from "./bridge/opening";
import { initStrings } from "./strings/i18n";

showStoredTheme();
initStrings();
void begin(opening);
on("window:closing", () => void beginAnew());
