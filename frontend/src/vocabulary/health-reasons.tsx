import { useTranslation } from "react-i18next";
import { portfolio } from "../bridge/model";
import { useToday } from "./desk-day";
import { reasonSentence } from "./health";
import styles from "./health-reasons.module.css";
import { RecordAnchor } from "./record-anchor";

interface HealthReasonsProps {
  programId: string;
  reasons: portfolio.Reason[];
}

/** Why a program is assessed as it is: a sentence for each rule that found something, with links to what it names. */
export function HealthReasons({ programId, reasons }: HealthReasonsProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => {
        const { before, record, after } = reasonSentence(t, i18n.language, today, reason);
        return (
          <li key={reason.rule}>
            {before}
            {record !== undefined && (
              <RecordAnchor
                record={{ type: recordType(reason.rule), id: reason.record, programId }}
                className={styles.record}
              >
                {record}
              </RecordAnchor>
            )}
            {after}
          </li>
        );
      })}
    </ul>
  );
}

/** What kind of record a rule names. */
function recordType(rule: portfolio.HealthRule): "risk" | "milestone" {
  return rule === portfolio.HealthRule.UnmitigatedRisk ? "risk" : "milestone";
}
