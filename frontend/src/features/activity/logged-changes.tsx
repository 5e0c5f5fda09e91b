import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { ChangeTable } from "../../vocabulary/change-table";
import styles from "./activity-page.module.css";

/** How many rows are drawn; an import can have thousands. */
const shownRows = 200;

/** Changes of the change log, field by field. */
export function LoggedChanges({ changes }: { changes: portfolio.Change[] }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.rows}>
        <ChangeTable
          changes={changes.slice(0, shownRows)}
          sides={{
            before: t("activity.before"),
            after: t("activity.after"),
            created: t("activity.created"),
            deleted: t("activity.deleted"),
          }}
        />
      </div>
      {changes.length > shownRows && (
        <p className={styles.note}>{t("activity.more", { count: changes.length - shownRows })}</p>
      )}
    </>
  );
}
