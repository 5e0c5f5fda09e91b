import { PencilSimpleIcon } from "@phosphor-icons/react/dist/csr/PencilSimple";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { IconButton } from "../../ui/button";
import { useDayWords } from "../../vocabulary/day";
import { StatusChip } from "../../vocabulary/status-chip";
import styles from "./status-updates.module.css";

interface UpdateEntryProps {
  update: portfolio.StatusUpdate;
  /** Absent where nothing can be changed. */
  onCorrect?: () => void;
}

/** One status update: when, by whom, what it declares, and its text. */
export function UpdateEntry({ update, onCorrect }: UpdateEntryProps) {
  const { t } = useTranslation();
  const words = useDayWords();
  const day = words.day(update.date);
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <strong className={styles.day}>{day}</strong>
        <span>{words.age(update.date)}</span>
        {update.author && <span>{update.author}</span>}
        {update.status && <StatusChip status={update.status} />}
        {update.progress != null && <span>{t("progress.percent", { percent: update.progress })}</span>}
        {update.launch_date && <span>{t("update.launch", { day: words.day(update.launch_date) })}</span>}
        {onCorrect && (
          <IconButton label={t("update.correct", { day })} className={styles.correct} onClick={onCorrect}>
            <PencilSimpleIcon size={14} />
          </IconButton>
        )}
      </div>
      <p className={styles.text}>{update.text}</p>
    </li>
  );
}
