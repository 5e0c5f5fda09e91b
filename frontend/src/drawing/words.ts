import type { TFunction } from "i18next";
import type { MarkerState } from "./report";
import { reportWords, type ReportWords } from "./report-words";

/** The words that a drawing needs beside those of the report. */
export interface Words extends ReportWords {
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
}

/** The words of a language from the catalogue of the window. */
export function drawingWords(t: TFunction, language: string): Words {
  const reading = reportWords(t, language);
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
  };
}
