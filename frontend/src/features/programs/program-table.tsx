import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { isPressed } from "../../lib/shortcuts";
import { DataGrid } from "../../ui/data-grid";
import { DetailPopover } from "../../ui/detail-popover";
import { HealthReasons } from "../../vocabulary/health-reasons";
import { useReadOnly } from "../../vocabulary/desk-day";
import { ordersOf, ordersText, toQuery } from "./address";
import { lastList } from "./last-list";
import { programColumns, reasonsDetail } from "./program-columns";
import styles from "./program-table.module.css";
import type { ProgramViewProps } from "./program-view";
import { facetsQuery } from "./queries";
import { GroupSummary } from "./table/group-summary";
import { setTableLayout, useTableLayout } from "./table/table-layout";
import { useGridSelection } from "./table/use-grid-selection";
import { useProgramCells } from "./table/use-program-cells";
import { lineOf, useProgramRows, type TableRow } from "./table/use-program-rows";

const BulkBar = lazy(async () => ({ default: (await import("./table/bulk-bar")).BulkBar }));
const PasteDialog = lazy(async () => ({ default: (await import("./table/paste-dialog")).PasteDialog }));
const ProgramPeek = lazy(async () => ({ default: (await import("./table/program-peek")).ProgramPeek }));

/** The programs as a table: edited in its cells, selected, grouped, and looked into from the side. */
export function ProgramTable({ search, query, change }: ProgramViewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const table = useProgramRows(query, search.group);
  const { rows } = table;
  const layout = useTableLayout();
  const [peeking, setPeeking] = useState(false);
  const [current, setCurrent] = useState<TableRow>();
  const selection = useGridSelection(query, rows);
  const { cells, pasted, closePasted } = useProgramCells(selection.selected);

  const peekAt = useCallback((program: TableRow) => {
    setCurrent(program);
    setPeeking(true);
  }, []);
  const columns = useProgramColumns(rows, peekAt);
  const open = useCallback(
    (program: TableRow) => void navigate({ to: "/program/$id", params: { id: program.id } }),
    [navigate],
  );
  const sections = table.groups?.map((group) => ({
    key: `group ${group.value}`,
    title: groupTitle(group.value),
    open: group.open,
    rows: group.rows,
    summary: <GroupSummary group={group} />,
  }));
  function groupTitle(value: string): string {
    if (value === "") return t("notReported");
    if (search.group === portfolio.Field.Status) return t(`status.${value as "On Track"}`);
    return search.group === portfolio.Field.PipelineStage ? t(`stage.${value as "Planning"}`) : value;
  }

  /** Space looks into the row where nothing is selected; Escape closes one layer. */
  const onKey = (event: KeyboardEvent, row: TableRow | undefined) => {
    if (isPressed("peek", event) && row && selection.ids.size === 0) setPeeking(!peeking);
    else if (event.key === "Escape" && peeking) setPeeking(false);
    else if (event.key === "Escape" && selection.ids.size > 0) selection.clear();
    else return false;
    return true;
  };

  return (
    <>
      <div className={styles.area}>
        <DataGrid
          label={t("page.programs")}
          columns={columns}
          rows={rows}
          rowKey={lineOf}
          total={table.total}
          busy={table.busy}
          sort={useMemo(() => ordersOf(search), [search])}
          onSort={(next) => change({ sort: ordersText(next) })}
          multiSort
          onOpen={open}
          onMore={table.more}
          currentKey={lastList().programId}
          layout={layout}
          onLayout={setTableLayout}
          cells={cells}
          selection={selection.grid}
          sections={sections}
          onSection={(key, opens) => table.toggle(key.slice("group ".length), opens)}
          onKey={onKey}
          onCurrent={setCurrent}
        />
        {peeking && current && (
          <Suspense>
            <ProgramPeek
              program={rows.find((row) => lineOf(row) === lineOf(current)) ?? current}
              onClose={() => setPeeking(false)}
            />
          </Suspense>
        )}
      </div>
      {selection.ids.size > 0 && (
        <Suspense>
          <BulkBar ids={selection.ids} onClear={selection.clear} readOnly={readOnly} />
        </Suspense>
      )}
      {pasted && (
        <Suspense>
          <PasteDialog plan={pasted} onClose={closePasted} />
        </Suspense>
      )}
      <DetailPopover
        handle={reasonsDetail}
        title={({ health }) => t("health.why", { status: t(`status.${health.assessed ?? "none"}`) })}
      >
        {({ id, health }) => <HealthReasons programId={id} reasons={health.reasons} />}
      </DetailPopover>
    </>
  );
}

const wholePortfolio = toQuery({});

/** The columns, knowing which fields the portfolio does not report at all. */
function useProgramColumns(rows: TableRow[], onPeek: (program: portfolio.ProgramRow) => void) {
  const { t } = useTranslation();
  const facets = useQuery(facetsQuery(wholePortfolio)).data;
  const noProgress = rows.length > 0 && rows.every((program) => program.progress == null);
  const empty = (facets ?? [])
    .filter((facet) => facet.groups.every((group) => group.value === ""))
    .map((facet) => facet.field as string);
  // New columns draw every cell from nothing, which takes the focus away: they are made only where they differ.
  const names = (noProgress ? [...empty, "progress"] : empty).join();
  return useMemo(() => programColumns(t, new Set(names.split(",")), onPeek), [t, names, onPeek]);
}
