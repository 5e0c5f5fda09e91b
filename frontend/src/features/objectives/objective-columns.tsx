import { Link } from "@tanstack/react-router";
import { GitMergeIcon } from "@phosphor-icons/react/dist/csr/GitMerge";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { IconButton } from "../../ui/button";
import { gridColumns, type GridColumn } from "../../ui/grid-columns";
import { Day } from "../../vocabulary/day";
import { Progress } from "../../vocabulary/progress";
import { HighRisks } from "../../vocabulary/severity";
import { Strong, Words } from "../../vocabulary/words";
import unseen from "../../ui/unseen.module.css";
import { HealthMix } from "./health-mix";
import styles from "./objectives-page.module.css";

/** The columns of the list; without `onMerge`, nothing can be merged. */
export function objectiveColumns(
  t: TFunction,
  onMerge: ((objective: portfolio.ObjectiveRow) => void) | undefined,
): GridColumn<portfolio.ObjectiveRow>[] {
  const column = gridColumns<portfolio.ObjectiveRow>();
  const columns = [
    column.accessor("name", {
      id: "name",
      header: t("field.objective"),
      cell: (cell) => <Strong text={cell.getValue()} />,
      meta: { width: 190, givesWay: 0, grow: 3 },
    }),
    column.accessor("programs", {
      id: "programs",
      header: t("page.programs"),
      cell: ({ row: { original: objective } }) => <Serving objective={objective} />,
      meta: { width: 88, givesWay: 0, figures: true },
    }),
    column.accessor("statuses", {
      id: "statuses",
      header: t("objective.mix"),
      cell: (cell) => <HealthMix counts={cell.getValue()} />,
      meta: { width: 160, givesWay: 1, grow: 1 },
    }),
    column.accessor("progress", {
      id: "progress",
      header: t("objective.progress"),
      cell: ({ row: { original: objective } }) => <Weighted objective={objective} />,
      meta: { width: 170, givesWay: 2, figures: true },
    }),
    column.accessor("next_launch", {
      id: "next_launch",
      header: t("objective.nextLaunch"),
      cell: (cell) => <Day day={cell.getValue()} />,
      meta: { width: 108, givesWay: 3, figures: true },
    }),
    column.accessor("open_high_risks", {
      id: "open_high_risks",
      header: t("objective.highRisks"),
      cell: (cell) => (cell.getValue() === 0 ? t("day.none") : <HighRisks count={cell.getValue()} />),
      meta: { width: 88, givesWay: 4 },
    }),
    column.accessor("description", {
      id: "description",
      header: t("field.description"),
      cell: (cell) => <Words text={cell.getValue()} />,
      meta: { width: 160, givesWay: 5, grow: 2 },
    }),
    column.display({
      id: "merge",
      header: () => <span className={unseen.unseen}>{t("objective.merge")}</span>,
      cell: ({ row: { original: objective } }) => (
        <IconButton
          label={t("objective.mergeOf", { name: objective.name })}
          tabIndex={-1}
          onClick={() => onMerge?.(objective)}
        >
          <GitMergeIcon size={14} />
        </IconButton>
      ),
      meta: { width: 44, givesWay: 0 },
    }),
  ] as GridColumn<portfolio.ObjectiveRow>[];
  return onMerge ? columns : columns.slice(0, -1);
}

/** The number of programs, which leads to them. */
function Serving({ objective }: { objective: portfolio.ObjectiveRow }) {
  const { t } = useTranslation();
  if (objective.programs === 0) return t("objective.noPrograms");
  return (
    <Link
      to="/programs"
      search={{ strategic_objectives: [objective.name] }}
      aria-label={t("objective.programsOf", { count: objective.programs, name: objective.name })}
      tabIndex={-1}
      className={styles.link}
    >
      {objective.programs}
    </Link>
  );
}

/** The weighted progress, and how many programs have no part in it. */
function Weighted({ objective: { progress, unweighted } }: { objective: portfolio.ObjectiveRow }) {
  const { t } = useTranslation();
  return (
    <span className={styles.weighted}>
      <Progress percent={progress == null ? null : Math.round(progress)} tone="done" />
      {unweighted > 0 && (
        <span className={styles.without} title={t("objective.unweighted", { count: unweighted })}>
          {t("objective.without", { count: unweighted })}
        </span>
      )}
    </span>
  );
}
