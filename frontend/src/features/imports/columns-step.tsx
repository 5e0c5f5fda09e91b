import { useTranslation } from "react-i18next";
import { dayOf, formatDay } from "../../lib/dates";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { ColumnTable } from "./column-table";
import styles from "./columns-step.module.css";
import { asksForIssues, fileName } from "./mapping";
import { useProblemWords } from "./problem-words";
import type { Wizard, WizardFile } from "./use-wizard";

/** What each column of each file is read into. */
export function ColumnsStep({ wizard }: { wizard: Wizard }) {
  return (
    <div className={styles.step}>
      {wizard.files.map((file) => (
        <FileColumns key={file.path} file={file} wizard={wizard} titled={wizard.files.length > 1} />
      ))}
    </div>
  );
}

interface FileColumnsProps {
  file: WizardFile;
  wizard: Wizard;
  /** Whether the name of the file stands above. */
  titled: boolean;
}

function FileColumns({ file, wizard, titled }: FileColumnsProps) {
  const { t } = useTranslation();
  const name = fileName(file.path);
  const hasColumns = (file.preview?.layout.columns.length ?? 0) > 0;
  return (
    <section aria-label={name} className={styles.file}>
      {titled && <h3 className={styles.name}>{name}</h3>}
      {file.sheets.length > 1 && (
        <div className={styles.origin}>
          <p>{t("import.sheet", { sheet: file.preview?.layout.sheet })}</p>
          <Button kind="quiet" onClick={() => wizard.goTo("files")}>
            {t("import.otherSheet")}
          </Button>
        </div>
      )}
      {hasColumns ? (
        <>
          <Origin file={file} onOwnHeaders={(own) => wizard.useOwnHeaders(file, own)} />
          <Problems file={file} />
          <ColumnTable file={file} onChoose={(header, field) => wizard.choose(file, header, field)} />
        </>
      ) : (
        <p className={styles.lead}>{t("import.nothingToMap")}</p>
      )}
      {file.preview && asksForIssues(file.preview.layout) && (
        <label className={styles.issues}>
          <Checkbox
            checked={file.withIssues}
            onCheckedChange={(withIssues) => wizard.takeIssues(file, withIssues)}
          />
          <span>
            {t("import.issuesToo")}
            <span className={styles.hint}>{t("import.issuesTooHint")}</span>
          </span>
        </label>
      )}
    </section>
  );
}

/** Where the choices come from, and the way to the other ones. */
function Origin({ file, onOwnHeaders }: { file: WizardFile; onOwnHeaders: (own: boolean) => void }) {
  const { t, i18n } = useTranslation();
  const remembered = file.preview?.remembered;
  if (!remembered) return <p className={styles.lead}>{t("import.columnsLead")}</p>;
  const day = formatDay(dayOf(new Date(remembered.used_at)), i18n.language);
  return (
    <div className={styles.origin}>
      <p>{file.isRemembered ? t("import.asMapped", { day }) : t("import.ownHeaders")}</p>
      <Button kind="quiet" onClick={() => onOwnHeaders(file.isRemembered)}>
        {file.isRemembered ? t("import.useOwnHeaders") : t("import.useRemembered", { day })}
      </Button>
    </div>
  );
}

/** What keeps the file from coming in as it is mapped, said as soon as it is so. */
function Problems({ file }: { file: WizardFile }) {
  const problems = useProblemWords()(file);
  return (
    <div role="status" className={styles.problems}>
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </div>
  );
}
