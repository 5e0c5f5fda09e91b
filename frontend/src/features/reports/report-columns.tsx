import { TrashIcon } from "@phosphor-icons/react/dist/csr/Trash";
import type { TFunction } from "i18next";
import type { report } from "../../bridge/model";
import { formatInstant } from "../../lib/dates";
import { IconButton } from "../../ui/button";
import { gridColumns, type GridColumn } from "../../ui/grid-columns";
import { Day } from "../../vocabulary/day";
import { Strong, Words } from "../../vocabulary/words";
import unseen from "../../ui/unseen.module.css";
import styles from "./report-columns.module.css";
import { scopeName } from "./sheet";

/** The columns of the list; without `onDelete`, nothing can be deleted. */
export function reportColumns(
  t: TFunction,
  language: string,
  onDelete: ((head: report.Head) => void) | undefined,
): GridColumn<report.Head>[] {
  const column = gridColumns<report.Head>();
  const columns = [
    column.accessor("kind", {
      id: "kind",
      header: t("report.one"),
      cell: (cell) => <Strong text={t(`report.kind.${cell.getValue()}`)} />,
      meta: { width: 180, givesWay: 0, grow: 1 },
    }),
    column.accessor("scope_name", {
      id: "scope",
      header: t("report.scope"),
      cell: ({ row: { original: head } }) => <Words text={scopeName(head, t("assistant.wholePortfolio"))} />,
      meta: { width: 180, givesWay: 0, grow: 2 },
    }),
    column.accessor("as_of", {
      id: "as_of",
      header: t("report.asOf"),
      cell: (cell) => <Day day={cell.getValue()} />,
      meta: { width: 112, givesWay: 0, figures: true },
    }),
    column.accessor("since", {
      id: "since",
      header: t("report.sinceField"),
      cell: (cell) => <Day day={cell.getValue()} />,
      meta: { width: 128, givesWay: 2, figures: true },
    }),
    column.accessor("created_at", {
      id: "created_at",
      header: t("report.made"),
      cell: (cell) => <span className={styles.made}>{formatInstant(cell.getValue(), language)}</span>,
      meta: { width: 148, givesWay: 1, figures: true },
    }),
    column.display({
      id: "delete",
      header: () => <span className={unseen.unseen}>{t("report.delete")}</span>,
      cell: ({ row: { original: head } }) => (
        <IconButton
          label={t("report.deleteOf", { name: t(`report.kind.${head.kind}`) })}
          tabIndex={-1}
          onClick={() => onDelete?.(head)}
        >
          <TrashIcon size={14} />
        </IconButton>
      ),
      meta: { width: 44, givesWay: 0 },
    }),
  ] as GridColumn<report.Head>[];
  return onDelete ? columns : columns.slice(0, -1);
}
