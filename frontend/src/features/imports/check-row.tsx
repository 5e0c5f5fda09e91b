import { ArrowRightIcon } from "@phosphor-icons/react/dist/csr/ArrowRight";
import { useTranslation } from "react-i18next";
import { portfolio, type desk } from "../../bridge/model";
import { ChangeValue } from "../../vocabulary/change-value";
import { useChangeWords, valueAt } from "../../vocabulary/change-words";
import styles from "./check-rows.module.css";

interface CheckRowProps {
  row: desk.CheckRow;
  /** The name of its file, where there are several. */
  file: string | undefined;
}

/** One row of a file, and what the import does with it. */
export function CheckRow({ row, file }: CheckRowProps) {
  const { t } = useTranslation();
  const whole = row.changes.find(
    ({ entity, field }) => entity === portfolio.Entity.Program && field === everything,
  );
  const changes = whole ? row.changes.filter(isTold) : [...row.changes].sort(byInterest);
  return (
    <div className={styles.row}>
      <span className={styles.place}>
        {row.row > 0 ? t("import.row", { row: row.row }) : t("import.wholeFile")}
        {[file, row.sheet].map(
          (part) =>
            part && (
              <span key={part} className={styles.file} title={part}>
                {part}
              </span>
            ),
        )}
      </span>
      <div className={styles.body}>
        {(row.program !== "" || whole) && (
          <p className={styles.head}>
            <span className={styles.program}>{row.program}</span>
            {whole && <NewProgram record={whole.after} />}
          </p>
        )}
        {row.text !== "" && (
          <p className={styles.text}>
            {row.column !== "" && <strong>{row.column} </strong>}
            {row.text}
          </p>
        )}
        {changes.length > 0 && (
          <dl className={styles.changes}>
            {changes.map((change, index) => (
              <Change key={index} change={change} />
            ))}
          </dl>
        )}
        {row.more > 0 && <p className={styles.more}>{t("import.moreChanges", { count: row.more })}</p>}
      </div>
    </div>
  );
}

/** Of a new program, its own record and its first update stand in the line of its name, or go without saying. */
function isTold({ entity, field }: portfolio.Change): boolean {
  return entity !== portfolio.Entity.Program && field !== "status_update";
}

/** What a person looks at last: the day of the update, and long texts. */
const last = ["last_update", "description", "status_update"];

function byInterest(a: portfolio.Change, b: portfolio.Change): number {
  return last.indexOf(a.field) - last.indexOf(b.field);
}

/** The field of a change that is about the whole record. */
const everything = "*";

/** What is told of a new program beside its name, in this order. */
const telling = ["status", "pipeline_stage", "progress", "launch_date", "owner", "team"];

function NewProgram({ record }: { record: unknown }) {
  const reported = telling.filter((field) => {
    const value = valueAt(record, field);
    return value !== null && value !== undefined && value !== "";
  });
  return (
    <span className={styles.facts}>
      {reported.map((field) => (
        <span key={field}>
          <ChangeValue of={{ entity: portfolio.Entity.Program, field }} value={valueAt(record, field)} />
        </span>
      ))}
    </span>
  );
}

/** A field before and after; of a text only what it becomes, and of a new record what says most of it. */
function Change({ change }: { change: portfolio.Change }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (change.field === everything) {
    return (
      <>
        <dt>{t(`import.newRecord.${change.entity}`)}</dt>
        <dd>{words.record(change)}</dd>
      </>
    );
  }
  return (
    <>
      <dt>{words.field(change.field)}</dt>
      <dd>
        {change.field !== "status_update" && (
          <>
            <span className={styles.before}>
              <ChangeValue of={change} value={change.before} />
            </span>
            <ArrowRightIcon size={12} className={styles.arrow} aria-label={t("import.becomes")} />
          </>
        )}
        <span className={styles.after}>
          <ChangeValue of={change} value={change.after} />
        </span>
      </dd>
    </>
  );
}
