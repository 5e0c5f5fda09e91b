import { Link } from "@tanstack/react-router";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { dayOf } from "../../lib/dates";
import { gridColumns, type GridColumn } from "../../ui/grid-columns";
import { ValueMenuTrigger, type ValueMenuHandle } from "../../ui/value-menu";
import { Age, Day } from "../../vocabulary/day";
import { useToday } from "../../vocabulary/desk-day";
import { Level } from "../../vocabulary/severity";
import { Strong, Words } from "../../vocabulary/words";
import { isOpen, isUnmitigated } from "./risk-state";
import styles from "./risk-columns.module.css";

/** The fields of a risk that are changed in the list. */
export const quickFields = ["severity", "likelihood", "status"] as const;
export type QuickField = (typeof quickFields)[number];

/** A value in the list that can be changed there. */
export interface QuickEdit {
  risk: portfolio.RiskRow;
  field: QuickField;
}

/** The columns of the register; without `menu`, nothing can be changed in them. */
export function riskColumns(
  t: TFunction,
  menu: ValueMenuHandle<QuickEdit> | undefined,
): GridColumn<portfolio.RiskRow>[] {
  const column = gridColumns<portfolio.RiskRow>();
  const field = portfolio.Field;
  const quick = (name: QuickField, id: portfolio.Field, givesWay: number, width: number) =>
    column.accessor(name, {
      id,
      header: t(`field.${name}`),
      cell: ({ row: { original: risk } }) => <QuickCell menu={menu} edit={{ risk, field: name }} />,
      meta: { width, givesWay },
    });
  return [
    column.accessor("title", {
      id: field.RiskTitle,
      header: t("field.risk"),
      cell: ({ row: { original: risk } }) => <Title risk={risk} />,
      meta: { width: 190, givesWay: 0, grow: 5 },
    }),
    quick("severity", field.RiskSeverity, 0, 118),
    quick("likelihood", field.RiskLikelihood, 3, 118),
    column.accessor("score", {
      id: field.RiskScore,
      header: t("risk.score"),
      cell: (cell) => cell.getValue() ?? t("level.none"),
      meta: { width: 60, givesWay: 4, figures: true },
    }),
    quick("status", field.RiskStatus, 0, 104),
    column.accessor("program_name", {
      id: field.Name,
      header: t("field.program"),
      cell: ({ row: { original: risk } }) => (
        <Link to="/program/$id" params={{ id: risk.program_id }} tabIndex={-1}>
          <Words text={risk.program_name} />
        </Link>
      ),
      meta: { width: 140, givesWay: 1, grow: 3 },
    }),
    column.accessor("owner", {
      id: field.RiskOwner,
      header: t("field.owner"),
      cell: (cell) => <Words text={cell.getValue()} />,
      meta: { width: 108, givesWay: 2, grow: 1 },
    }),
    column.accessor("mitigation", {
      id: field.RiskMitigation,
      header: t("field.mitigation"),
      cell: ({ row: { original: risk } }) => <Mitigation risk={risk} />,
      meta: { width: 130, givesWay: 6, grow: 3 },
    }),
    column.accessor("review_date", {
      id: field.RiskReviewDate,
      header: t("field.review_date"),
      cell: ({ row: { original: risk } }) => <Review risk={risk} />,
      meta: { width: 116, givesWay: 5, figures: true },
    }),
    column.accessor("created_at", {
      id: field.RiskCreatedAt,
      header: t("risk.age"),
      cell: (cell) => <Age day={dayOf(new Date(cell.getValue()))} />,
      meta: { width: 84, givesWay: 7, figures: true },
    }),
  ] as GridColumn<portfolio.RiskRow>[];
}

/** The title, and a mark where something is missing or late. */
function Title({ risk }: { risk: portfolio.RiskRow }) {
  const { t } = useTranslation();
  return (
    <span className={styles.title}>
      <Link to="/program/$id" params={{ id: risk.program_id }} search={{ record: risk.id }} tabIndex={-1}>
        <Strong text={risk.title} />
      </Link>
      {isUnmitigated(risk) && (
        <span
          role="img"
          aria-label={t("risk.unmitigated")}
          title={t("risk.unmitigated")}
          className={styles.mark}
        >
          <WarningIcon size={14} weight="fill" aria-hidden />
        </span>
      )}
    </span>
  );
}

function QuickCell({ menu, edit }: { menu: ValueMenuHandle<QuickEdit> | undefined; edit: QuickEdit }) {
  const { t } = useTranslation();
  const { risk, field } = edit;
  const status = field === "status" ? risk.status : undefined;
  const level = field === "status" ? null : risk[field];
  const word = status ? t(`riskStatus.${status}`) : level ? t(`level.${level}`) : t("notReported");
  const view = status ? word : <Level level={level} />;
  if (!menu) return view;
  return (
    <ValueMenuTrigger handle={menu} payload={edit} label={`${t(`field.${field}`)}: ${word}`}>
      {view}
    </ValueMenuTrigger>
  );
}

function Mitigation({ risk }: { risk: portfolio.RiskRow }) {
  const { t } = useTranslation();
  return isUnmitigated(risk) ? (
    <span className={styles.missing}>{t("risk.noMitigation")}</span>
  ) : (
    <Words text={risk.mitigation} />
  );
}

/** The day of the next review, marked where it has passed and the risk is open. */
function Review({ risk }: { risk: portfolio.RiskRow }) {
  const { t } = useTranslation();
  const today = useToday();
  const passed = risk.review_date !== null && risk.review_date < today && isOpen(risk);
  return (
    <span className={styles.title}>
      <Day day={risk.review_date} />
      {passed && (
        <span
          role="img"
          aria-label={t("risk.reviewPassed")}
          title={t("risk.reviewPassed")}
          className={styles.late}
        >
          <WarningIcon size={14} weight="fill" aria-hidden />
        </span>
      )}
    </span>
  );
}
