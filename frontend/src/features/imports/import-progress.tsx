import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { on } from "../../bridge/events";
import type { app } from "../../bridge/model";
import styles from "./import-dialog.module.css";
import { fileName } from "./mapping";

/** How far a check or an import is, while one runs. */
export function ImportProgress({ running }: { running: boolean }) {
  const { t } = useTranslation();
  const progress = useProgress(running);
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

/** The newest progress, at most once a frame. */
function useProgress(running: boolean): app.ImportProgress | undefined {
  const [progress, setProgress] = useState<app.ImportProgress>();
  useEffect(() => {
    if (!running) return;
    let frame = 0;
    const off = on("import:progress", (event) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setProgress(event));
    });
    return () => {
      off();
      cancelAnimationFrame(frame);
      setProgress(undefined);
    };
  }, [running]);
  return progress;
}
