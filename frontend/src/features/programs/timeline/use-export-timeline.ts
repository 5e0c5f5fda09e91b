import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { AppError, toAppError } from "../../../bridge/app-error";
import type { portfolio } from "../../../bridge/model";
import type { AboutTimeline } from "../../../drawing/draw-timeline";
import type { TimelineFormat } from "../../../drawing/timeline-formats";
import { toastFailure } from "../../../ui/toasts";
import { useToday } from "../../../vocabulary/desk-day";
import { houseQuery } from "../../../vocabulary/house-query";
import { filterWord } from "../../../vocabulary/program-filter";
import { saveDrawn, toastSaved } from "../../../vocabulary/saved-file";
import { filterFields, toQuery, type ProgramSearch } from "../address";
import { wholeListQuery } from "../queries";
import { asDrawn } from "./drawn-rows";
import { timelineQuery } from "./queries";

/** Draws the timeline of all programs that an address finds, asks where to keep it, and says where it is. */
export function useExportTimeline(search: ProgramSearch) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const today = useToday();
  return useMutation({
    mutationFn: async (format: TimelineFormat) => {
      const [{ drawTimelineFile, wholeRange }, { drawingWords }] = await Promise.all([
        import("../../../drawing/draw-timeline"),
        import("../../../drawing/words"),
      ]);
      const found = await client.query({ ...wholeListQuery(toQuery(search)), staleTime: 0 });
      const dated = found.filter(
        ({ start_date, launch_date }) => start_date !== null || launch_date !== null,
      );
      const details = await timelinesOf(client, dated);
      const timeline = wholeRange(
        dated.map((program) => asDrawn(program, details.get(program.id), today)),
        today,
      );
      if (!timeline) throw new AppError("invalid", t("timeline.nothingDated"));
      const words = drawingWords(t, i18n.language);
      const house = await client.query({ ...houseQuery, staleTime: 0 });
      const about: AboutTimeline = {
        title: t("page.timeline"),
        stated: [
          ...filtersOf(t, search),
          t("timeline.drawnRange", { from: words.day(timeline.from), to: words.day(timeline.to) }),
          t("timeline.drawnPrograms", { count: dated.length, day: words.day(today) }),
          ...(dated.length < found.length
            ? [t("timeline.leftOut", { count: found.length - dated.length })]
            : []),
        ],
      };
      const file = await drawTimelineFile(format, timeline, about, { house, words });
      return saveDrawn(`${t("page.timeline")} ${today}.${format}`, file);
    },
    onSuccess: (path) => toastSaved(t, path),
    onError: (error) => toastFailure(t("timeline.notDrawn", { reason: toAppError(error).message })),
  });
}

/** How many programs Go tells about at once. */
const most = 500;

/** What else the timeline shows of programs, by program. */
async function timelinesOf(
  client: QueryClient,
  programs: portfolio.ProgramRow[],
): Promise<Map<string, portfolio.TimelineRow>> {
  const rows: portfolio.TimelineRow[] = [];
  for (let at = 0; at < programs.length; at += most) {
    const ids = programs.slice(at, at + most).map(({ id }) => id);
    rows.push(...(await client.query({ ...timelineQuery(ids), staleTime: 0 })));
  }
  return new Map(rows.map((row) => [row.program_id, row]));
}

/** What the list is narrowed to, a sentence each. */
function filtersOf(t: TFunction, search: ProgramSearch): string[] {
  const fields = filterFields.flatMap((field) => {
    const values = search[field];
    const words = values?.map((value) => filterWord(t, field, value)).join(", ");
    return words ? [`${t(`field.${field}`)}: ${words}`] : [];
  });
  return [
    ...(search.show ? [t(`preset.${search.show}`)] : []),
    ...fields,
    ...(search.q ? [t("timeline.drawnSearch", { text: search.q })] : []),
  ];
}
