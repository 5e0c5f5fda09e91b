import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en, type Catalogue } from "./en/en";

/**
 * The languages of the window beside English, each with what loads its catalogue. A new one is a catalogue of type
 * Catalogue beside en.ts and a line here.
 */
const catalogues = {
  de: () => import("./de/de").then(({ de }): Catalogue => de),
};

export type Language = "en" | keyof typeof catalogues;

/** The first language of the system, in its order of preference, that the window speaks; else English. */
export function systemLanguage(preferred: readonly string[] = navigator.languages): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split("-")[0];
    const known = languages.find((language) => language === primary);
    if (known) return known;
  }
  return "en";
}

const languages: readonly Language[] = ["en", "de"];

/** Prepares the window's words in English. Call it once, before the first component is drawn. */
export function initStrings(): void {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  void i18next.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: "en",
    fallbackLng: "en",
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
  });
}

/** Shows the window in a language. Its catalogue is loaded when it is first needed. */
export async function speak(language: Language): Promise<void> {
  if (language !== "en" && !i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", await catalogues[language]());
  }
  await i18next.changeLanguage(language);
}
