import { PrinterIcon } from "@phosphor-icons/react/dist/csr/Printer";
import { useTranslation } from "react-i18next";
import type { desk, report } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Spinner } from "../../ui/spinner";
import styles from "./export-buttons.module.css";
import { exportFormats } from "./file-name";
import { useExport } from "./use-export";

interface ExportButtonsProps {
  kept: report.Kept;
  house: desk.House;
}

/** Saves the report as a file of each kind, or prints it. */
export function ExportButtons(props: ExportButtonsProps) {
  const { t } = useTranslation();
  const save = useExport(props);
  return (
    <>
      <div role="group" aria-label={t("report.saveAs")} className={styles.formats}>
        <p className={styles.lead} aria-hidden>
          {t("report.saveAs")}
        </p>
        {exportFormats.map((format, i) => (
          <Button
            key={format}
            kind={i === 0 ? "primary" : "plain"}
            disabled={save.isPending}
            aria-busy={save.isPending && save.variables === format}
            onClick={() => save.mutate(format)}
          >
            {save.isPending && save.variables === format && <Spinner />}
            {t(`report.format.${format}`)}
          </Button>
        ))}
      </div>
      <Button onClick={() => window.print()}>
        <PrinterIcon size={14} aria-hidden />
        {t("report.print")}
      </Button>
      <p role="status" className={styles.lead}>
        {save.isPending && save.variables !== "md" ? t("report.saving") : ""}
      </p>
    </>
  );
}
