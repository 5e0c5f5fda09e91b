import { useTranslation } from "react-i18next";
import { useDayWords } from "../../../vocabulary/day";
import type { RecordEdit } from "../../../vocabulary/use-edit-records";
import styles from "./bulk-dialog.module.css";
import { stepsOf } from "./program-edits";
import { cellText, isDay, type CellField, type CellValue } from "./read-cell";

/** How many different steps are listed. */
const listed = 12;

/** What edits would do, in steps: "Owner: Ada to Grace, 12 programs". */
export function EditPreview({ edits }: { edits: readonly RecordEdit[] }) {
  const { t } = useTranslation();
  const { day } = useDayWords();
  const steps = stepsOf(edits);
  const text = (field: CellField, value: CellValue) => {
    if (value === null || value === "") return t("notReported");
    if (isDay(field)) return day(String(value));
    return field === "progress" ? t("progress.percent", { percent: value }) : cellText(field, value, t);
  };
  return (
    <ul className={styles.steps}>
      {steps.slice(0, listed).map(({ field, from, to, count }) => (
        <li key={`${field} ${from} ${to}`} className={styles.step}>
          <span>
            {t("table.step", { field: t(`field.${field}`), from: text(field, from), to: text(field, to) })}
          </span>
          <span className={styles.count}>{t("table.stepCount", { count })}</span>
        </li>
      ))}
      {steps.length > listed && (
        <li className={styles.count}>{t("table.more", { count: steps.length - listed })}</li>
      )}
    </ul>
  );
}
