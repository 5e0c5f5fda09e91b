import type { TFunction } from "i18next";
import { formatDay } from "../lib/dates";
import { reportLabels } from "../strings/report-labels";
import type { CellKind } from "./report";

/** What a report says, in the language of the window. */
export interface ReportWords {
  /** A label that reports of ours have: a title, a column, a segment. Any other text stays as it is. */
  label: (text: string) => string;
  /** What a cell or a figure of a kind holds; "" is written as not reported, but for text. */
  value: (kind: CellKind, text: string, unit?: string) => string;
  day: (day: string) => string;
  /** The month of a day, as an axis of time names it. */
  month: (day: string) => string;
}

/** The words of the vocabulary that a kind of cell holds, by their part of the catalogue. */
const vocabularies = {
  status: "status",
  stage: "stage",
  level: "level",
  risk_status: "riskStatus",
  milestone_status: "milestoneStatus",
} as const satisfies Partial<Record<CellKind, string>>;

type WordKind = keyof typeof vocabularies;

function holdsWord(kind: CellKind): kind is WordKind {
  return kind in vocabularies;
}

type Texts = Readonly<Record<string, string>>;

/** The text of a key that may come from anywhere; undefined where there is none. */
function textIn(texts: Texts, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** The words for reports in a language of the window. */
export function reportWords(t: TFunction, language: string): ReportWords {
  const labels = reportLabels[language] ?? {};
  const word = (part: (typeof vocabularies)[WordKind], text: string) =>
    textIn(t(part, { returnObjects: true }), text);
  const day = (text: string) => formatDay(text, language);

  const label = (text: string): string => {
    const known = textIn(labels, text);
    if (known !== undefined) return known;
    for (const part of Object.values(vocabularies)) {
      const found = word(part, text);
      if (found !== undefined) return found;
    }
    return sentence(text) ?? text;
  };

  const sentence = (text: string): string | undefined => {
    const [, first, all] = /^The first (\d+) of (\d+)\.$/.exec(text) ?? [];
    if (first && all) return t("report.firstOf", { count: Number(first), all: Number(all) });
    const [, live] = /^The (\d+) live programs?$/.exec(text) ?? [];
    if (live) return t("report.live", { count: Number(live) });
    const [, last] = /^Since the last report of (\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
    if (last) return t("report.sinceLast", { day: day(last) });
    const [, since] = /^Since (\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
    return since && t("report.since", { day: day(since) });
  };

  const value = (kind: CellKind, text: string, unit = ""): string => {
    if (kind === "text") return text;
    if (text === "") return t("notReported");
    if (holdsWord(kind)) return word(vocabularies[kind], text) ?? text;
    if (kind === "date") return day(text);
    const number = Number(text);
    if (Number.isNaN(number)) return text;
    const sign = kind === "delta" && number > 0 ? "+" : "";
    return sign + withUnit(number, unit);
  };

  const withUnit = (count: number, unit: string): string => {
    const figure = count.toLocaleString(language).replace("-", "−");
    if (unit === "") return figure;
    if (unit === "%") return t("progress.percent", { percent: figure });
    // The word agrees with the amount, whatever its sign.
    if (unit === "days") return t("report.days", { count: Math.abs(count), figure });
    if (unit === "points") return t("report.points", { count: Math.abs(count), figure });
    return `${figure} ${unit}`;
  };

  const months = new Intl.DateTimeFormat(language === "en" ? "en-US" : language, {
    month: "short",
    timeZone: "UTC",
  });
  return { label, value, day, month: (of) => months.format(Date.parse(of)) };
}
