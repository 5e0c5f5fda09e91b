import { PencilSimpleIcon } from "@phosphor-icons/react/dist/csr/PencilSimple";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { formatInstant } from "../../lib/dates";
import { IconButton } from "../../ui/button";
import { useDayWords } from "../../vocabulary/day";
import { Declared } from "./declared";
import styles from "./status-updates.module.css";

interface UpdateEntryProps {
  update: portfolio.StatusUpdate;
  /** The update before it; absent where what is different is not asked for. */
  before: portfolio.StatusUpdate | undefined;
  /** Absent where nothing can be changed. */
  onCorrect?: () => void;
}

/** One status update: when, by whom, what it declares, its text, and whether it was corrected since it was posted. */
export function UpdateEntry({ update, before, onCorrect }: UpdateEntryProps) {
  const { t, i18n } = useTranslation();
  const words = useDayWords();
  const day = words.day(update.date);
  const corrected = update.updated_at > update.created_at;
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <strong className={styles.day}>{day}</strong>
        <span>{words.age(update.date)}</span>
        {update.author && <span>{update.author}</span>}
        <Declared update={update} before={before} />
        {corrected && (
          <span title={formatInstant(update.updated_at, i18n.language)}>{t("update.corrected")}</span>
        )}
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
