import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { toAppError } from "../../bridge/app-error";
import { files, reports } from "../../bridge/backend";
import type { desk, report } from "../../bridge/model";
import { toast, toastFailure } from "../../ui/toasts";
import type { Report as DrawnReport } from "./draw/report";
import { fileName, type ExportFormat } from "./file-name";
import { withNarrative } from "./narrative-plain";
import type { ReportWords } from "./report-words";

interface Exported {
  kept: report.Kept;
  house: desk.House;
  words: ReportWords;
}

/** Draws a kept report as a file, asks where to keep it, and says where it is. */
export function useExport(exported: Exported) {
  const { t, i18n } = useTranslation();
  return useMutation({
    mutationFn: async (format: ExportFormat) => {
      const name = fileName(t, exported.kept, format);
      if (format === "md") return files.SaveText(name, await reports.Markdown(exported.kept.id));
      const drawn = await draw(format, exported, t, i18n.language);
      return files.SaveFile(name, await base64(drawn));
    },
    onSuccess: (path) => {
      if (path === "") return; // the person cancelled
      const showFolder = () => {
        files.ShowSaved().catch((error: unknown) => toastFailure(toAppError(error).message));
      };
      toast({
        title: t("report.saved"),
        text: path,
        action: { label: t("report.openFolder"), run: showFolder },
      });
    },
    onError: (error) => toastFailure(t("report.notDrawn", { reason: toAppError(error).message })),
  });
}

/** Draws with code that nobody waits for who only reads. */
async function draw(
  format: "pptx" | "pdf",
  { kept, house, words }: Exported,
  t: TFunction,
  language: string,
): Promise<Uint8Array> {
  const [{ drawPdf, drawPptx }, { drawingWords }] = await Promise.all([
    import("./draw/draw"),
    import("./draw/words"),
  ]);
  const drawReport = format === "pdf" ? drawPdf : drawPptx;
  return drawReport(asDrawn(withNarrative(kept)), house, drawingWords(t, language, words));
}

/** The report as the drawing takes it: in Go's types, a progress that is not reported may be missing too. */
function asDrawn({ pages, ...report }: report.Report): DrawnReport {
  return {
    ...report,
    pages: pages.map(({ title, blocks }) => ({
      title,
      blocks: blocks.map(({ timeline, ...block }) => ({
        ...block,
        ...(timeline && {
          timeline: {
            ...timeline,
            rows: timeline.rows.map((row) => ({ ...row, progress: row.progress ?? null })),
          },
        }),
      })),
    })),
  };
}

/** The bytes as the bridge to Go carries them. */
function base64(bytes: Uint8Array): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onerror = () => failed(reader.error ?? new Error("the file could not be read"));
    reader.onload = () => done(typeof reader.result === "string" ? reader.result.replace(/^[^,]*,/, "") : "");
    reader.readAsDataURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  });
}
