import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Section, SectionNote } from "../../ui/section";
import { Assessed } from "../../vocabulary/assessed";
import { HealthReasons } from "../../vocabulary/health-reasons";
import { StatusChip } from "../../vocabulary/status-chip";
import styles from "./program-health.module.css";

/** The declared health of a program beside what the facts say, and why. */
export function ProgramHealth({ detail: { program, health } }: { detail: portfolio.ProgramDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t("health.title")}>
      <dl className={styles.pair}>
        <div>
          <dt>{t("health.declared")}</dt>
          <dd>
            <StatusChip status={program.status} />
          </dd>
        </div>
        <div>
          <dt>{t("health.assessed")}</dt>
          <dd>
            <Assessed declared={program.status} assessed={health.assessed} />
          </dd>
        </div>
      </dl>
      {health.reasons.length > 0 ? (
        <HealthReasons programId={program.id} reasons={health.reasons} />
      ) : (
        <SectionNote>{health.assessed === null ? t("health.noData") : t("health.nothing")}</SectionNote>
      )}
    </Section>
  );
}
