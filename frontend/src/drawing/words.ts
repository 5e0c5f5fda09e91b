import type { TFunction } from "i18next";
import { formatDay } from "../../../lib/dates";
import type { CellKind, MarkerState } from "./report";

/** How what a report says is read in one language. */
export interface ReportReading {
  /** A value of the vocabulary, a day or a number with its unit. "" is not reported where the kind is not text. */
  value: (kind: CellKind, text: string, unit: string) => string;
  /** A label or title that a report may have; others stay as they are. */
  label: (text: string) => string;
  day: (day: string) => string;
}

/** The words that a drawing needs beside those of the report. */
export interface Words extends ReportReading {
  language: string;
  notReported: string;
  /** What the filled part of a bar on a timeline shows. */
  progress: string;
  program: string;
  launch: string;
  marker: Record<MarkerState, string>;
  asOf: (day: string) => string;
  /** "(2 of 3)" */
  part: (part: number, of: number) => string;
  page: (page: number, of: number) => string;
  month: (day: string) => string;
}

/** The groups of the catalogue that hold the values of the vocabulary. */
const groups: Partial<Record<CellKind, string>> = {
  status: "status",
  stage: "stage",
  level: "level",
  risk_status: "riskStatus",
  milestone_status: "milestoneStatus",
};

/** Reads a report by the catalogue of the window; its own labels and titles stay in English. */
function catalogueReading(t: TFunction, language: string): ReportReading {
  const look = t as (key: string, values?: object) => string;
  const day = (of: string) => formatDay(of, language);
  return {
    day,
    label: (text) => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, day),
    value: (kind, text, unit) => {
      if (kind === "text") return text;
      if (text === "") return look("notReported");
      const group = groups[kind];
      if (group) return look(`${group}.${text}`, { defaultValue: text });
      if (kind === "date") return day(text);
      return text.replace("-", "−") + (unit && `\u00a0${unit}`);
    },
  };
}

/** The words of a language from the catalogue of the window. Who reads reports otherwise, gives how. */
export function drawingWords(t: TFunction, language: string, reading = catalogueReading(t, language)): Words {
  const locale = language === "en" ? "en-US" : language;
  const months = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  return {
    ...reading,
    language,
    notReported: t("notReported"),
    progress: t("drawing.progress"),
    program: t("field.program"),
    launch: t("field.launch_date"),
    marker: {
      done: t("drawing.marker.done"),
      planned: t("drawing.marker.planned"),
      late: t("drawing.marker.late"),
      missed: t("drawing.marker.missed"),
    },
    asOf: (of) => t("drawing.asOf", { day: reading.day(of) }),
    part: (part, of) => t("drawing.part", { part, of }),
    page: (page, of) => t("drawing.page", { page, of }),
    month: (of) => months.format(Date.parse(of)),
  };
}
