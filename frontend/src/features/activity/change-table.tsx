import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import styles from "./activity-page.module.css";
import { ChangeRow } from "./change-row";

/** How many rows are drawn; an import can have thousands. */
const shownRows = 200;

/** Changes, field by field. */
export function ChangeTable({ changes }: { changes: portfolio.Change[] }) {
  const { t } = useTranslation();
  return (
    <>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{t("activity.record")}</th>
            <th scope="col">{t("activity.field")}</th>
            <th scope="col">{t("activity.before")}</th>
            <th scope="col">{t("activity.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, shownRows).map((change, index) => (
            <ChangeRow key={index} change={change} />
          ))}
        </tbody>
      </table>
      {changes.length > shownRows && (
        <p className={styles.note}>{t("activity.more", { count: changes.length - shownRows })}</p>
      )}
    </>
  );
}
