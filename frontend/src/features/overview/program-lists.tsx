import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { SectionNote } from "../../ui/section";
import { Assessed } from "../../vocabulary/assessed";
import { LaunchDate } from "../../vocabulary/day";
import { useToday } from "../../vocabulary/desk-day";
import { reasonSentence } from "../../vocabulary/health";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import { StatusChip } from "../../vocabulary/status-chip";
import { Strong, Words } from "../../vocabulary/words";
import styles from "./program-lists.module.css";

/** The programs that need attention: what is declared, what the facts say, and why. */
export function AttentionList({ attention }: { attention: portfolio.AttentionList }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const why = (reasons: portfolio.Reason[]) =>
    reasons
      .map((reason) => {
        const { before, record = "", after } = reasonSentence(t, i18n.language, today, reason);
        return before + record + after;
      })
      .join(" ");
  return (
    <>
      {attention.total === 0 && <SectionNote>{t("overview.nobody")}</SectionNote>}
      <ul aria-label={t("overview.attention")}>
        {attention.rows.map((program) => (
          <li key={program.id} className={styles.attention}>
            <span className={styles.health}>
              <StatusChip status={program.status} />
              <span className={styles.assessed}>
                <Assessed declared={program.status} assessed={program.health.assessed} />
              </span>
            </span>
            <span className={styles.program}>
              <RecordAnchor record={{ type: "program", id: program.id }} className={styles.name}>
                <Strong text={program.name} />
              </RecordAnchor>
              <span className={styles.why} title={why(program.health.reasons)}>
                {why(program.health.reasons)}
              </span>
            </span>
            <span className={styles.owner}>
              <Words text={program.owner} />
            </span>
          </li>
        ))}
      </ul>
      {attention.unassessed > 0 && (
        <p className={styles.note}>{t("overview.unassessed", { count: attention.unassessed })}</p>
      )}
    </>
  );
}

/** The launches around today, those that passed marked. */
export function LaunchList({ launches }: { launches: portfolio.LaunchList }) {
  const { t } = useTranslation();
  if (launches.rows.length === 0) return <SectionNote>{t("overview.noLaunches")}</SectionNote>;
  return (
    <ul aria-label={t("overview.launches")}>
      {launches.rows.map((program) => (
        <li key={program.id} className={styles.launch}>
          <RecordAnchor record={{ type: "program", id: program.id }} className={styles.name}>
            <Strong text={program.name} />
          </RecordAnchor>
          <LaunchDate program={program} />
          <StatusChip status={program.status} />
        </li>
      ))}
    </ul>
  );
}
