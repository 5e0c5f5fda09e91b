import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import styles from "./import-dialog.module.css";
import { importTotals } from "./queries";

const figures = ["new", "changed", "unchanged", "rejected"] as const;

/** How many warnings and rejected rows of a file are listed; the rest is counted. */
const listed = 100;

/** What an import would do: counts, and every row that could not be taken as it stands. */
export function ImportReview({ result }: { result: portfolio.ImportResult }) {
  const { t } = useTranslation();
  const totals = importTotals(result);
  return (
    <>
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <div key={figure} className={styles.figure}>
            <dt>{t(`import.${figure}`)}</dt>
            <dd>{totals[figure]}</dd>
          </div>
        ))}
      </dl>
      {result.files.map((file) => (
        <FileNotes key={file.file} file={file} />
      ))}
    </>
  );
}

function FileNotes({ file }: { file: portfolio.FileResult }) {
  const { t } = useTranslation();
  const notes = [
    ...file.rejected.map(({ sheet, row, reason }) => ({
      sheet,
      row,
      column: "",
      text: reason,
      rejected: true,
    })),
    ...file.warnings.map(({ sheet, row, column, message }) => ({
      sheet,
      row,
      column,
      text: message,
      rejected: false,
    })),
  ];
  const name = file.file.split(/[\\/]/).at(-1) ?? file.file;
  return (
    <section aria-label={name}>
      <h3 className={styles.file} title={file.file}>
        {name}
        <span>{notes.length === 0 ? t("import.clean") : t("import.notes", { count: notes.length })}</span>
      </h3>
      {notes.length > 0 && (
        <ul className={styles.notes} tabIndex={0} aria-label={t("import.notes", { count: notes.length })}>
          {notes.slice(0, listed).map((note, index) => (
            <li key={index}>
              <span className={styles.row}>
                {note.row > 0 ? t("import.row", { row: note.row }) : t("import.wholeFile")}
              </span>
              <span>
                {note.rejected && <strong>{t("import.rejectedRow")} </strong>}
                {(note.sheet ?? note.column) && (
                  <strong>
                    {[note.sheet && t("import.sheet", { sheet: note.sheet }), note.column]
                      .filter(Boolean)
                      .join(", ")}{" "}
                  </strong>
                )}
                {note.text}
              </span>
            </li>
          ))}
          {notes.length > listed && <li>{t("import.moreNotes", { count: notes.length - listed })}</li>}
        </ul>
      )}
    </section>
  );
}
