import { createContext, useContext } from "react";
import type { ReportWords } from "../../drawing/report-words";

/** The words of the report that is drawn; the page provides them. */
export const ReportWordsContext = createContext<ReportWords | undefined>(undefined);

export function useReportWords(): ReportWords {
  const words = useContext(ReportWordsContext);
  if (!words) throw new Error("a part of a report is drawn without its words");
  return words;
}
