import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import type { desk, report } from "../../bridge/model";
import { withNarrative } from "./narrative-plain";

/**
 * The sheets of a kept report, laid out as those of its PDF by the same code. It is loaded with the first report that is
 * opened; the report itself never changes, so what is drawn is drawn once for a narrative, house and language.
 */
export function drawingQuery(kept: report.Kept, house: desk.House, t: TFunction, language: string) {
  return queryOptions({
    queryKey: ["report-sheets", kept.id, kept.narrative, house, language],
    queryFn: async () => {
      const [{ drawReportSheets }, { drawingWords }] = await Promise.all([
        import("../../drawing/draw"),
        import("../../drawing/words"),
      ]);
      return drawReportSheets("pdf", withNarrative(kept), { house, words: drawingWords(t, language) });
    },
    placeholderData: keepPreviousData,
    structuralSharing: false,
    staleTime: Infinity,
  });
}
