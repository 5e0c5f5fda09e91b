import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { programs } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { portfolio, type Level } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { useCellKeys } from "../../ui/use-cell-keys";
import { chooseCell, isChosen, toRiskQuery, type HeatCell, type RiskSearch } from "./address";
import { openStatuses } from "./risk-state";
import styles from "./heat-map.module.css";

const severities: readonly (Level | null)[] = ["Low", "Medium", "High", null];
const likelihoods: readonly (Level | null)[] = ["High", "Medium", "Low", null];
const weight: Record<Level, number> = { Low: 1, Medium: 2, High: 3 };

interface HeatMapProps {
  search: RiskSearch;
  change: (next: Record<string, string[]>) => void;
}

/**
 * How many open risks there are of each severity and likelihood, under the other filters of the register. A cell filters
 * the register; pressed again, it no longer does.
 */
export function HeatMap({ search, change }: HeatMapProps) {
  const { t } = useTranslation();
  const counts = useQuery(heatQuery(search)).data;
  const keys = useCellKeys({ rows: likelihoods.length, columns: severities.length });
  const word = (level: Level | null) => (level === null ? t("notReported") : t(`level.${level}`));
  return (
    <div className={styles.band}>
      <table className={styles.map} aria-label={t("risk.map")} onKeyDown={keys.onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t("risk.mapAxes")}
            </th>
            {severities.map((severity) => (
              <th key={severity} scope="col">
                {word(severity)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {likelihoods.map((likelihood, row) => (
            <tr key={likelihood}>
              <th scope="row">{word(likelihood)}</th>
              {severities.map((severity, column) => {
                const cell = { severity, likelihood };
                const count = counts?.get(keyOf(cell)) ?? 0;
                return (
                  <td key={severity}>
                    <button
                      type="button"
                      {...keys.cell(row, column)}
                      aria-pressed={isChosen(search, cell)}
                      aria-label={t("risk.mapCell", {
                        count,
                        severity: word(severity),
                        likelihood: word(likelihood),
                      })}
                      className={clsx(styles.cell, styles[toneOf(cell)], count === 0 && styles.nothing)}
                      onClick={() => change(chooseCell(search, cell))}
                    >
                      {count}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function keyOf({ severity, likelihood }: HeatCell): string {
  return `${severity ?? ""} ${likelihood ?? ""}`;
}

/** The colour of a cell, by the score of its risks. */
function toneOf({ severity, likelihood }: HeatCell): "good" | "warn" | "bad" | "none" {
  if (severity === null || likelihood === null) return "none";
  const score = weight[severity] * weight[likelihood];
  return score >= 6 ? "bad" : score >= 3 ? "warn" : "good";
}

/** How many open risks there are in each cell, whatever the filter says of severity, likelihood and status. */
function heatQuery(search: RiskSearch) {
  const shown = { ...search, sort: "", status: [...openStatuses], likelihood: [] };
  const queries = severities.map((severity) => toRiskQuery({ ...shown, severity: [severity ?? ""] }));
  return queryOptions({
    queryKey: [dataKey, "risks", "heat", queries],
    queryFn: async ({ signal }) => {
      const columns = await Promise.all(
        queries.map((query) =>
          readUntil(signal, (ticket) => programs.Groups(query, portfolio.Field.RiskLikelihood, ticket)),
        ),
      );
      const cells = columns.flatMap((groups, column) =>
        groups.map(({ value, count }): [string, number] => [`${severities[column] ?? ""} ${value}`, count]),
      );
      return new Map(cells);
    },
    placeholderData: keepPreviousData,
  });
}
