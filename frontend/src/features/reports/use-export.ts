import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { toAppError } from "../../bridge/app-error";
import { files, reports } from "../../bridge/backend";
import type { desk, report } from "../../bridge/model";
import { toastFailure } from "../../ui/toasts";
import { saveDrawn, toastSaved } from "../../vocabulary/saved-file";
import { fileName, type ExportFormat } from "./file-name";
import { withNarrative } from "./narrative-plain";

interface Exported {
  kept: report.Kept;
  house: desk.House;
}

/** Draws a kept report as a file, asks where to keep it, and says where it is. */
export function useExport(exported: Exported) {
  const { t, i18n } = useTranslation();
  return useMutation({
    mutationFn: async (format: ExportFormat) => {
      const name = fileName(t, exported.kept, format);
      if (format === "md") return files.SaveText(name, await reports.Markdown(exported.kept.id));
      return saveDrawn(name, await draw(format, exported, t, i18n.language));
    },
    onSuccess: (path) => toastSaved(t, path),
    onError: (error) => toastFailure(t("report.notDrawn", { reason: toAppError(error).message })),
  });
}

/** Draws with code that nobody waits for who only reads. */
async function draw(
  format: "pptx" | "pdf",
  { kept, house }: Exported,
  t: TFunction,
  language: string,
): Promise<Uint8Array> {
  const [{ drawReportFile }, { drawingWords }] = await Promise.all([
    import("../../drawing/draw"),
    import("../../drawing/words"),
  ]);
  return drawReportFile(format, withNarrative(kept), { house, words: drawingWords(t, language) });
}
