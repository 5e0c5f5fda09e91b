import { ExportIcon } from "@phosphor-icons/react/dist/csr/Export";
import { useTranslation } from "react-i18next";
import { timelineFormats } from "../../../drawing/timeline-formats";
import { ActionMenu } from "../../../ui/action-menu";
import { Button } from "../../../ui/button";
import { Spinner } from "../../../ui/spinner";
import type { ProgramSearch } from "../address";
import styles from "./timeline-toolbar.module.css";
import { useExportTimeline } from "./use-export-timeline";

/** Saves the timeline of the whole list, not only of what is in sight, as a file. */
export function ExportTimeline({ search }: { search: ProgramSearch }) {
  const { t } = useTranslation();
  const save = useExportTimeline(search);
  const trigger = (
    <Button disabled={save.isPending} aria-busy={save.isPending}>
      {save.isPending ? <Spinner /> : <ExportIcon size={14} aria-hidden />}
      {t("timeline.saveAs")}
    </Button>
  );
  return (
    <>
      <ActionMenu
        trigger={trigger}
        align="start"
        actions={timelineFormats.map((format) => ({
          key: format,
          label: t(`timeline.format.${format}`),
          run: () => save.mutate(format),
        }))}
      />
      <p role="status" className={styles.said}>
        {save.isPending ? t("timeline.drawing") : ""}
      </p>
    </>
  );
}
