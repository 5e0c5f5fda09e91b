import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { useTranslation } from "react-i18next";
import { portfolio, type Level as Grade } from "../../bridge/model";
import { Choice } from "../../ui/choice";
import { useReadOnly } from "../../vocabulary/desk-day";
import { Level } from "../../vocabulary/severity";
import { useEditRecords } from "../../vocabulary/use-edit-records";
import { levels, riskStatuses } from "../../vocabulary/values";
import { isUnmitigated } from "./risk-state";
import styles from "./program-risks.module.css";

interface RiskItemProps {
  risk: portfolio.Risk;
  onEdit: () => void;
}

/** A risk of a program; how severe and likely it is and how it stands are edited where they stand. */
export function RiskItem({ risk, onEdit }: RiskItemProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const edit = useEditRecords();
  const { id, title } = risk;
  const save = (after: Partial<portfolio.Risk>) =>
    edit({
      edits: [
        {
          entity: portfolio.Entity.Risk,
          id,
          label: title,
          programId: risk.program_id,
          before: { ...risk },
          after,
        },
      ],
    });
  const grade = (field: "severity" | "likelihood") => (
    <span className={styles.grade}>
      <span aria-hidden className={styles.word}>
        {t(`field.${field}`)}
      </span>
      <Choice<Grade | "">
        kind="quiet"
        readOnly={readOnly}
        label={t("risk.gradeOf", { field: t(`field.${field}`), title })}
        value={risk[field] ?? ""}
        options={[...levels, "" as const].map((level) => ({
          value: level,
          label: level === "" ? t("notReported") : t(`level.${level}`),
          view:
            level === "" ? <span className={styles.none}>{t("notReported")}</span> : <Level level={level} />,
        }))}
        onChange={(level) => save({ [field]: level === "" ? null : level })}
      />
    </span>
  );
  const bare = isUnmitigated(risk);
  return (
    <li className={styles.item} data-record={id} tabIndex={-1}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.title}
          aria-label={t(readOnly ? "show" : "edit", { name: title })}
          onClick={onEdit}
        >
          {title}
        </button>
        {bare && (
          <span className={risk.severity === "High" ? styles.warning : styles.none}>
            {risk.severity === "High" && <WarningIcon size={14} weight="fill" aria-hidden />}
            {t("risk.noMitigation")}
          </span>
        )}
        {risk.owner && <span className={styles.owner}>{risk.owner}</span>}
      </div>
      <div className={styles.values}>
        {grade("severity")}
        {grade("likelihood")}
        <Choice
          kind="quiet"
          readOnly={readOnly}
          label={t("risk.stateOf", { title })}
          value={risk.status}
          options={riskStatuses.map((status) => ({ value: status, label: t(`riskStatus.${status}`) }))}
          onChange={(status) => save({ status })}
        />
      </div>
    </li>
  );
}
