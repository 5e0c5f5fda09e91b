import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toAppError } from "../../bridge/app-error";
import { files, reports } from "../../bridge/backend";
import type { desk, report } from "../../bridge/model";
import { toast, toastFailure } from "../../ui/toasts";
import { fileName, type ExportFormat } from "./file-name";
import type { ReportWords } from "./report-words";

interface Exported {
  kept: report.Kept;
  house: desk.House;
  words: ReportWords;
}

/** Draws a kept report as a file, asks where to keep it, and says where it is. */
export function useExport({ kept }: Exported) {
  const { t } = useTranslation();
  return useMutation({
    mutationFn: async (format: ExportFormat) =>
      files.SaveText(fileName(t, kept, format), await reports.Markdown(kept.id)),
    onSuccess: (path) => {
      if (path === "") return; // the person cancelled
      toast({ title: t("report.saved"), text: path });
    },
    onError: (error) => toastFailure(toAppError(error).message),
  });
}
