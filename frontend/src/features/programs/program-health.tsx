import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Section, SectionNote } from "../../ui/section";
import { Assessed } from "../../vocabulary/assessed";
import { HealthReasons } from "../../vocabulary/health-reasons";
import { StatusChip } from "../../vocabulary/status-chip";
import { StatusTrend } from "../../vocabulary/status-trend";
import styles from "./program-health.module.css";
import { trendQuery } from "./queries";

/** The declared health of a program beside what the facts say and why, and how it was declared before. */
export function ProgramHealth({ detail: { program, health } }: { detail: portfolio.ProgramDetail }) {
  const { t } = useTranslation();
  const trend = useQuery(trendQuery(program.id)).data ?? [];
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
      {trend.length > 0 && (
        <div className={styles.trend}>
          <StatusTrend points={trend} />
        </div>
      )}
      {health.reasons.length > 0 ? (
        <HealthReasons programId={program.id} reasons={health.reasons} />
      ) : (
        <SectionNote>{health.assessed === null ? t("health.noData") : t("health.nothing")}</SectionNote>
      )}
    </Section>
  );
}
