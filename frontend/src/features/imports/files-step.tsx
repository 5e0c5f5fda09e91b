import { FileTextIcon } from "@phosphor-icons/react/dist/csr/FileText";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useTranslation } from "react-i18next";
import { toAppError } from "../../bridge/app-error";
import { files } from "../../bridge/backend";
import { Button, IconButton } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Spinner } from "../../ui/spinner";
import { toastFailure } from "../../ui/toasts";
import styles from "./files-step.module.css";
import { fileName } from "./mapping";
import type { Wizard, WizardFile } from "./use-wizard";

/** The files that are to come in, each with what it is, or why it cannot be read. */
export function FilesStep({ wizard }: { wizard: Wizard }) {
  const { t } = useTranslation();
  const add = () => {
    files.Pick().then(wizard.add, (error: unknown) => toastFailure(toAppError(error).message));
  };
  return (
    <div className={styles.step}>
      <ul className={styles.files} aria-label={t("import.step.files")}>
        {wizard.files.map((file) => (
          <li key={file.path} className={styles.file}>
            <FileTextIcon size={20} className={styles.icon} aria-hidden />
            <div className={styles.text}>
              <p className={styles.name} title={file.path}>
                {fileName(file.path)}
              </p>
              <FileState file={file} />
            </div>
            {file.sheets.length > 1 && (
              <Choice
                label={t("import.sheetOf", { file: fileName(file.path) })}
                value={file.sheet}
                options={[
                  { value: "", label: t("import.sheetByColumns") },
                  ...file.sheets.map((sheet) => ({ value: sheet, label: sheet })),
                ]}
                onChange={(sheet) => wizard.chooseSheet(file, sheet)}
              />
            )}
            {wizard.files.length > 1 && (
              <IconButton
                label={t("import.removeFile", { file: fileName(file.path) })}
                onClick={() => wizard.remove(file.path)}
              >
                <XIcon size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <Button className={styles.add} onClick={add}>
        {t("import.addFiles")}
      </Button>
      {wizard.files.length > 1 && <p className={styles.hint}>{t("import.together")}</p>}
    </div>
  );
}

function FileState({ file: { preview, error } }: { file: WizardFile }) {
  const { t } = useTranslation();
  if (error) {
    return (
      <p role="alert" className={styles.error}>
        {error.message}
      </p>
    );
  }
  if (!preview) {
    return (
      <p className={styles.facts}>
        <Spinner /> {t("import.reading")}
      </p>
    );
  }
  const { kind, sheet, rows, columns } = preview.layout;
  return (
    <p className={styles.facts}>
      {[
        t(`import.kind.${kind}`),
        ...(sheet ? [t("import.sheet", { sheet })] : []),
        t("import.rows", { count: rows }),
        ...(columns.length > 0 ? [t("import.columns", { count: columns.length })] : []),
      ].join(" · ")}
    </p>
  );
}
