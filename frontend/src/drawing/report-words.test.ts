import i18next from "i18next";
import { afterEach, describe, expect, it } from "vitest";
import { speak } from "../strings/i18n";
import type { CellKind } from "./report";
import { reportWords } from "./report-words";

afterEach(() => speak("en"));

async function wordsIn(language: "en" | "de") {
  await speak(language);
  return reportWords(i18next.t, language);
}

describe("the value of a cell", () => {
  it.each<[CellKind, string, string, string, string]>([
    ["text", "", "", "", ""],
    ["text", "On Track", "", "On Track", "On Track"],
    ["status", "Off Track", "", "Off Track", "Kritisch"],
    ["status", "", "", "Not reported", "Nicht gemeldet"],
    ["risk_status", "Mitigating", "", "Mitigating", "In Bearbeitung"],
    ["milestone_status", "Done", "", "Done", "Erreicht"],
    ["status", "a word of another edition", "", "a word of another edition", "a word of another edition"],
    ["date", "2026-09-15", "", "15 Sep 2026", "15.09.2026"],
    ["date", "", "", "Not reported", "Nicht gemeldet"],
    ["number", "65", "%", "65 %", "65 %"],
    ["number", "1234", "", "1,234", "1.234"],
    ["delta", "12", "days", "+12 days", "+12 Tage"],
    ["delta", "-1", "days", "−1 day", "−1 Tag"],
    ["delta", "0", "", "0", "0"],
  ])("%s %j %s is %s, in German %s", async (kind, text, unit, english, german) => {
    expect((await wordsIn("en")).value(kind, text, unit)).toBe(english);
    expect((await wordsIn("de")).value(kind, text, unit)).toBe(german);
  });
});

describe("a label", () => {
  it.each([
    ["Needs attention", "Needs attention", "Braucht Aufmerksamkeit"],
    ["The first 5 of 12.", "The first 5 of 12.", "Die ersten 5 von 12."],
    ["The 35 live programs", "The 35 live programs", "Die 35 laufenden Programme"],
    ["Since 2026-10-31", "Since 31 Oct 2026", "Seit 31.10.2026"],
    ["Mitigating", "Mitigating", "In Bearbeitung"],
    ["A name of somebody's program", "A name of somebody's program", "A name of somebody's program"],
    ["constructor", "constructor", "constructor"],
  ])("%s is %s, in German %s", async (text, english, german) => {
    expect((await wordsIn("en")).label(text)).toBe(english);
    expect((await wordsIn("de")).label(text)).toBe(german);
  });
});
