import { Link } from "@tanstack/react-router";
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
        const field = fieldOfRule[reason.rule];
        return (
          <li key={reason.rule}>
            {record === undefined && field ? (
              <Link
                to="/program/$id"
                params={{ id: programId }}
                search={{ record: fieldPlace(field) }}
                className={styles.sentence}
              >
                {before}
              </Link>
            ) : (
              before
            )}
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

/** How an address names a field on the page of a program, as it names a record there. */
export function fieldPlace(field: string): string {
  return `field-${field}`;
}

/** The field that a rule is about where it names no record. */
const fieldOfRule: Partial<Record<portfolio.HealthRule, keyof portfolio.Program>> = {
  [portfolio.HealthRule.LaunchPassed]: "launch_date",
  [portfolio.HealthRule.BehindPlan]: "progress",
  [portfolio.HealthRule.Stale]: "last_update",
  [portfolio.HealthRule.NotComplete]: "progress",
};

/** What kind of record a rule names. */
function recordType(rule: portfolio.HealthRule): "risk" | "milestone" {
  return rule === portfolio.HealthRule.UnmitigatedRisk ? "risk" : "milestone";
}
