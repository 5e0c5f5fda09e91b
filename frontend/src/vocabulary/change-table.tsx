import { useTranslation } from "react-i18next";
import type { portfolio } from "../bridge/model";
import styles from "./change-table.module.css";
import { useChangeWords } from "./change-words";

/** What the two sides of a change are called here, and what a record does that is on one side only. */
export interface ChangeSides {
  before: string;
  after: string;
  created: string;
  deleted: string;
}

interface ChangeTableProps {
  changes: portfolio.Change[];
  sides: ChangeSides;
}

/** Changes, field by field. */
export function ChangeTable({ changes, sides }: ChangeTableProps) {
  const { t } = useTranslation();
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          <th scope="col">{t("activity.record")}</th>
          <th scope="col">{t("activity.field")}</th>
          <th scope="col">{sides.before}</th>
          <th scope="col">{sides.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          <ChangeRow key={index} change={change} sides={sides} />
        ))}
      </tbody>
    </table>
  );
}

/** A change of one field, or of a record as a whole. */
function ChangeRow({ change, sides }: { change: portfolio.Change; sides: ChangeSides }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const whole = change.field === "*";
  const deed = change.before === null ? sides.created : sides.deleted;
  return (
    <tr>
      <td>
        {whole ? words.record(change) : change.label}
        <span className={styles.entity}>{t(`entity.${change.entity}`)}</span>
      </td>
      <td>{whole ? deed : words.field(change.field)}</td>
      <td className={styles.before}>{whole ? "" : words.value(change, change.before)}</td>
      <td>{whole ? "" : words.value(change, change.after)}</td>
    </tr>
  );
}
