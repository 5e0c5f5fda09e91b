import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { useChangeWords } from "../../vocabulary/change-words";
import styles from "./activity-page.module.css";

/** A change of one field, or of a record as a whole. */
export function ChangeRow({ change }: { change: portfolio.Change }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const whole = change.field === "*";
  const deed = change.before === null ? t("activity.created") : t("activity.deleted");
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
