import { ExportIcon } from "@phosphor-icons/react/dist/csr/Export";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { later } from "../lib/later";
import { Button } from "../ui/button";
import styles from "./export.module.css";
import type { ExportedList } from "./exported-list";

const ExportDialog = later(async () => (await import("./export-dialog")).ExportDialog);

/** Writes the list that is shown, or the whole portfolio, into a file; where the page is narrow its icon has to do. */
export function ExportButton({ list }: { list: ExportedList }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-label={t("fileExport.open")}
        title={t("fileExport.open")}
        onPointerEnter={() => void ExportDialog.load()}
        onClick={() => setOpen(true)}
      >
        <ExportIcon size={14} aria-hidden />
        <span className={styles.label}>{t("fileExport.open")}</span>
      </Button>
      {open && <ExportDialog list={list} onClose={() => setOpen(false)} />}
    </>
  );
}
