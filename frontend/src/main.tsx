// First, so that what a component says about itself wins over the ground rules.
import "./app/styles/base.css";
import { begin, beginAnew } from "./app/begin";
import { stayOnPage } from "./app/stay";
import { showStoredTheme } from "./app/theme";
import { on } from "./bridge/events";
import { readOpening } from "./bridge/opening";
import { initStrings } from "./strings/i18n";

stayOnPage();
showStoredTheme();
initStrings();
void readOpening().then(begin);
on("window:closing", () => void beginAnew());
