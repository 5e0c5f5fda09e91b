import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import type { Level, portfolio } from "../../bridge/model";
import { SectionNote } from "../../ui/section";
import type { ProgramFilter } from "../../vocabulary/program-filter";
import { levels } from "../../vocabulary/values";
import { ListAnchor } from "./list-anchor";
import { openRisksOf } from "./lists";
import styles from "./risk-matrix.module.css";

const weights: Record<Level, number> = { High: 3, Medium: 2, Low: 1 };

/** How grave a cell is, by what both levels come to. */
function toneOf(severity: Level | null, likelihood: Level | null): string | undefined {
  if (severity === null || likelihood === null) return styles.none;
  const weight = weights[severity] * weights[likelihood];
  return weight >= 6 ? styles.bad : weight >= 3 ? styles.warn : styles.good;
}

interface RiskMatrixProps {
  cells: portfolio.RiskCell[];
  filter: ProgramFilter;
}

/** The open risks by severity and likelihood; each cell opens its risks in the register. */
export function RiskMatrix({ cells, filter }: RiskMatrixProps) {
  const { t, i18n } = useTranslation();
  if (cells.length === 0) return <SectionNote>{t("overview.noRisks")}</SectionNote>;
  const likelihoods: (Level | null)[] = [...levels, null];
  const severities: (Level | null)[] = [...[...levels].reverse(), null];
  const word = (level: Level | null) => (level === null ? t("notReported") : t(`level.${level}`));
  const count = (severity: Level | null, likelihood: Level | null) =>
    cells.find((cell) => cell.severity === severity && cell.likelihood === likelihood)?.count ?? 0;
  return (
    <table className={styles.matrix} aria-label={t("overview.openRisks")}>
      <thead>
        <tr>
          <td className={styles.axes}>
            {t("overview.likelihood")} ↓ {t("overview.severity")} →
          </td>
          {severities.map((severity) => (
            <th key={severity} scope="col">
              {word(severity)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {likelihoods.map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{word(likelihood)}</th>
            {severities.map((severity) => {
              const n = count(severity, likelihood);
              const label = t("overview.cell", {
                severity: word(severity),
                likelihood: word(likelihood),
                count: n,
              });
              return (
                <td key={severity}>
                  <ListAnchor
                    list={n > 0 ? openRisksOf(filter, severity, likelihood) : undefined}
                    label={label}
                    title={label}
                    className={clsx(styles.cell, n > 0 ? toneOf(severity, likelihood) : styles.empty)}
                  >
                    {n.toLocaleString(i18n.language)}
                  </ListAnchor>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
