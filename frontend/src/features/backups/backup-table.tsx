import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import unseen from "../../ui/unseen.module.css";
import { contents, fileSize, moment, occasion } from "./backup-words";
import styles from "./backups.module.css";

interface BackupTableProps {
  backups: portfolio.Backup[];
  disabled?: boolean;
  /** Nothing is asked before one is put back. */
  atOnce?: boolean;
  onRestore: (backup: portfolio.Backup) => void;
}

/** Backups with what they hold, the newest first. */
export function BackupTable({ backups, disabled = false, atOnce = false, onRestore }: BackupTableProps) {
  const { t, i18n } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("backup.made")}</th>
          <th scope="col">{t("backup.holds")}</th>
          <th scope="col" className={styles.number}>
            {t("backup.size")}
          </th>
          <th scope="col">
            <span className={unseen.unseen}>{t("backup.restore")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.path}>
            <td>
              <p>{moment(backup, i18n.language)}</p>
              <p className={styles.note}>{occasion(t, backup)}</p>
            </td>
            <td>
              <p>{backup.problem === "" ? contents(t, backup.counts) : t("backup.unreadable")}</p>
              <p className={styles.note}>
                {backup.problem !== "" ? backup.problem : backup.held && t("backup.held")}
              </p>
            </td>
            <td className={styles.number}>{fileSize(backup.size, i18n.language)}</td>
            <td className={styles.action}>
              <Button
                disabled={disabled || backup.problem !== ""}
                aria-label={t("backup.restoreOf", { moment: moment(backup, i18n.language) })}
                onClick={() => onRestore(backup)}
              >
                {t(atOnce ? "backup.restoreNow" : "backup.restore")}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
