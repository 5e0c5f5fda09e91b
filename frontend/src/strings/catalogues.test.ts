import i18next from "i18next";
import { afterEach, describe, expect, it } from "vitest";
import { de } from "./de/de";
import { en } from "./en/en";
import { speak, systemLanguage } from "./i18n";

/** The texts of a catalogue by their keys, "settings.theme". */
function textsOf(catalogue: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]: [string, string | object]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  );
}

/** What a text leaves to be filled in, with the way in which it is written. */
const blanks = (text: string) => [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, blank]) => blank).sort();

const english = textsOf(en);
const german = textsOf(de);

afterEach(() => speak("en"));

describe("the German catalogue", () => {
  it("has the keys of the English one, plurals included", () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("fills in what the English texts do", () => {
    for (const [key, text] of english) expect(blanks(german.get(key) ?? ""), key).toEqual(blanks(text));
  });

  it("says something everywhere", () => {
    for (const [key, text] of german) expect(text.trim(), key).not.toBe("");
  });

  it("has both forms of every plural", () => {
    for (const key of german.keys()) {
      const stem = /^(.*)_(one|other)$/.exec(key)?.[1];
      if (stem) expect([german.has(`${stem}_one`), german.has(`${stem}_other`)], stem).toEqual([true, true]);
    }
  });
});

describe("speak", () => {
  it("changes the words, their plurals, their numbers and the language of the document", async () => {
    expect(i18next.t("program.count", { count: 12345 })).toBe("12,345 programs");
    await speak("de");
    expect(i18next.t("program.count", { count: 1 })).toBe("1 Programm");
    expect(i18next.t("program.count", { count: 12345 })).toBe("12.345 Programme");
    expect(document.documentElement.lang).toBe("de");
    await speak("en");
    expect(i18next.t("page.risks")).toBe("Risks");
    expect(document.documentElement.lang).toBe("en");
  });
});

describe("systemLanguage", () => {
  it.each([
    [["de-AT", "en"], "de"],
    [["fr-FR", "de"], "de"],
    [["en-US", "de"], "en"],
    [["fr-FR"], "en"],
    [[], "en"],
  ])("of %j is %s", (preferred, language) => {
    expect(systemLanguage(preferred)).toBe(language);
  });
});
