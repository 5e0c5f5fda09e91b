import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { ChangeValue } from "../../vocabulary/change-value";
import { useChangeWords } from "../../vocabulary/change-words";
import styles from "./backups.module.css";

interface DifferenceTableProps {
  result: portfolio.RestoreResult;
}

/** What putting a backup back changes, record by record and field by field. */
export function DifferenceTable({ result }: DifferenceTableProps) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const deed = (row: portfolio.Change) => (row.before === null ? t("backup.comes") : t("backup.goes"));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("activity.record")}</th>
          <th scope="col">{t("activity.field")}</th>
          <th scope="col">{t("backup.now")}</th>
          <th scope="col">{t("backup.then")}</th>
        </tr>
      </thead>
      <tbody>
        {result.rows.map((row, index) => {
          const whole = row.field === "*";
          return (
            <tr key={index}>
              <td>
                <p>{whole ? words.record(row) : row.label}</p>
                <p className={styles.note}>{t(`entity.${row.entity}`)}</p>
              </td>
              <td>{whole ? deed(row) : words.field(row.field)}</td>
              <td>{whole ? "" : <ChangeValue of={row} value={row.before} />}</td>
              <td>{whole ? "" : <ChangeValue of={row} value={row.after} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
