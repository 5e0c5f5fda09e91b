import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en";

/** The languages of the window. A new one is a catalogue of type Catalogue beside en.ts and a line here. */
const resources = { en: { translation: en } };

/** Loads the catalogue. Call it once, before the first component is drawn. */
export function initStrings(): void {
  void i18next.use(initReactI18next).init({
    resources,
    lng: "en",
    fallbackLng: "en",
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
  });
}
