import { useTranslation } from "react-i18next";
import { useProgress } from "../../bridge/use-progress";
import styles from "./import-dialog.module.css";
import { fileName } from "./mapping";

/** How far a check or an import is, while one runs. */
export function ImportProgress({ running }: { running: boolean }) {
  const { t } = useTranslation();
  const progress = useProgress("import:progress", running);
  if (!running) return null;
  const isReading = !progress || progress.total === 0;
  return (
    <div className={styles.progress}>
      <progress
        aria-label={t("import.progress")}
        {...(!isReading && { value: progress.done, max: progress.total })}
      />
      <span>
        {!progress
          ? t("import.reading")
          : isReading
            ? t("import.readingFile", { file: fileName(progress.file) })
            : t("import.progressCount", { done: progress.done, total: progress.total })}
      </span>
    </div>
  );
}
