import { SidebarSimpleIcon } from "@phosphor-icons/react/dist/csr/SidebarSimple";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import type { portfolio } from "../../bridge/model";
import { useRowWords } from "../../strings/row-words";
import { IconButton } from "../../ui/button";
import { createDetail, DetailTrigger } from "../../ui/detail-popover";
import { gridColumns, type GridColumn } from "../../ui/grid-columns";
import { Assessed } from "../../vocabulary/assessed";
import { Age, Day, LaunchDate } from "../../vocabulary/day";
import { Progress } from "../../vocabulary/progress";
import { HighRisks } from "../../vocabulary/severity";
import { StatusChip, statusTone } from "../../vocabulary/status-chip";
import { Strong, Words } from "../../vocabulary/words";
import styles from "./program-columns.module.css";

const column = gridColumns<portfolio.ProgramRow>();

/** Shows why a program of the list is assessed as it is. */
export const reasonsDetail = createDetail<portfolio.ProgramRow>();

/** A column whose programs all leave it unreported gives way before any other. */
const emptyGivesWay = 100;

/**
 * The columns of the program list. `empty` names the fields that no program of the list reports; they are the first to
 * go where room is short.
 */
export function programColumns(
  t: TFunction,
  empty: ReadonlySet<string>,
  onPeek: (program: portfolio.ProgramRow) => void,
): GridColumn<portfolio.ProgramRow>[] {
  const givesWay = (field: string, usual: number) => (empty.has(field) ? emptyGivesWay + usual : usual);
  const text = (field: "owner" | "team" | "product_line", width: number, usual: number) =>
    column.accessor(field, {
      id: field,
      header: t(`field.${field}`),
      cell: (cell) => <Words text={cell.getValue()} />,
      meta: { width, givesWay: givesWay(field, usual), grow: 2 },
    });
  return [
    column.accessor("name", {
      id: "name",
      header: t("field.program"),
      cell: ({ row: { original: program } }) => <Name program={program} onPeek={onPeek} />,
      meta: { width: 212, least: 132, givesWay: 0, grow: 5, pinned: true },
    }),
    column.accessor("status", {
      id: "status",
      header: t("field.status"),
      cell: (cell) => <StatusChip status={cell.getValue()} />,
      meta: { width: 138, givesWay: 0 },
    }),
    column.accessor("health", {
      id: "assessed",
      header: t("field.assessed"),
      cell: ({ row: { original: program } }) => <AssessedCell program={program} />,
      meta: { width: 110, givesWay: 1, byDay: true },
    }),
    column.accessor("pipeline_stage", {
      id: "pipeline_stage",
      header: t("field.pipeline_stage"),
      cell: (cell) => (
        <Words text={cell.getValue() === null ? "" : t(`stage.${cell.getValue() ?? "none"}`)} />
      ),
      meta: { width: 92, givesWay: givesWay("pipeline_stage", 4) },
    }),
    text("owner", 112, 3),
    text("product_line", 132, 6),
    text("team", 88, 7),
    column.accessor("start_date", {
      id: "start_date",
      header: t("field.start_date"),
      cell: (cell) => <Day day={cell.getValue()} />,
      meta: { width: 104, givesWay: 8, figures: true, optional: true },
    }),
    column.accessor("launch_date", {
      id: "launch_date",
      header: t("field.launch_date"),
      cell: ({ row: { original: program } }) => <LaunchDate program={program} />,
      meta: { width: 178, givesWay: 0, figures: true },
    }),
    column.accessor("progress", {
      id: "progress",
      header: t("field.progress"),
      cell: ({ row: { original: program } }) => (
        <Progress percent={program.progress} tone={statusTone(program.status)} />
      ),
      meta: { width: 118, givesWay: givesWay("progress", 2), figures: true },
    }),
    column.accessor("open_risks", {
      id: "open_risks",
      header: t("field.open_risks"),
      cell: (cell) => cell.getValue(),
      meta: { width: 92, givesWay: 8, figures: true, optional: true },
    }),
    column.accessor("next_milestone", {
      id: "next_milestone",
      header: t("field.next_milestone"),
      cell: (cell) => <Day day={cell.getValue()} />,
      meta: { width: 124, givesWay: 8, figures: true, optional: true, byDay: true },
    }),
    column.accessor("strategic_objectives", {
      id: "strategic_objectives",
      header: t("field.strategic_objectives"),
      cell: (cell) => <Words text={cell.getValue().join(", ")} />,
      enableSorting: false,
      meta: { width: 160, givesWay: 9, grow: 2, optional: true },
    }),
    column.accessor("last_update", {
      id: "last_update",
      header: t("field.last_update"),
      cell: (cell) => <Age day={cell.getValue()} />,
      meta: { width: 92, givesWay: givesWay("last_update", 5), figures: true, byDay: true },
    }),
  ] as GridColumn<portfolio.ProgramRow>[];
}

interface NameProps {
  program: portfolio.ProgramRow;
  onPeek: (program: portfolio.ProgramRow) => void;
}

function Name({ program, onPeek }: NameProps) {
  const { t } = useRowWords();
  return (
    <span className={styles.name}>
      <Link to="/program/$id" params={{ id: program.id }} className={styles.link} tabIndex={-1}>
        <Strong text={program.name} />
      </Link>
      <HighRisks count={program.open_high_risks} />
      <IconButton
        label={t("table.peek", { name: program.name })}
        tabIndex={-1}
        className={styles.peek}
        onClick={() => onPeek(program)}
      >
        <SidebarSimpleIcon size={14} mirrored aria-hidden />
      </IconButton>
    </span>
  );
}

/** What the facts say of a program; why, where something speaks against it. */
function AssessedCell({ program }: { program: portfolio.ProgramRow }) {
  const { t } = useRowWords();
  const { assessed, reasons } = program.health;
  const words = <Assessed declared={program.status} assessed={assessed} />;
  if (reasons.length === 0) return words;
  return (
    <DetailTrigger
      handle={reasonsDetail}
      payload={program}
      label={t("health.whyOf", { status: t(`status.${assessed ?? "none"}`), name: program.name })}
    >
      {words}
    </DetailTrigger>
  );
}
