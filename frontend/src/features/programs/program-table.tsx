import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { DataGrid } from "../../ui/data-grid";
import { DetailPopover } from "../../ui/detail-popover";
import type { GridSort } from "../../ui/grid-columns";
import { HealthReasons } from "../../vocabulary/health-reasons";
import { orderOf, sortText, toQuery } from "./address";
import { lastList } from "./last-list";
import { programColumns, reasonsDetail } from "./program-columns";
import type { ProgramViewProps } from "./program-view";
import { facetsQuery, programListQuery } from "./queries";

/** The programs as a table. */
export function ProgramTable({ search, query, change }: ProgramViewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useInfiniteQuery(programListQuery(query));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const columns = useProgramColumns(rows);
  const order = orderOf(search);
  const sort: GridSort = useMemo(() => [{ id: order.id, desc: order.desc }], [order.id, order.desc]);
  const open = useCallback(
    (program: portfolio.ProgramRow) => void navigate({ to: "/program/$id", params: { id: program.id } }),
    [navigate],
  );
  const more = useCallback(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  }, [list]);
  return (
    <>
      <DataGrid
        label={t("page.programs")}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        total={list.data?.pages[0]?.total ?? 0}
        busy={list.isFetching}
        sort={sort}
        onSort={(next) => change({ sort: next[0] ? sortText(next[0]) : "" })}
        onOpen={open}
        onMore={more}
        currentKey={lastList().programId}
      />
      <DetailPopover
        handle={reasonsDetail}
        title={({ health }) => t("health.why", { status: t(`status.${health.assessed ?? "none"}`) })}
      >
        {({ id, health }) => <HealthReasons programId={id} reasons={health.reasons} />}
      </DetailPopover>
    </>
  );
}

function rowKey(program: portfolio.ProgramRow): string {
  return program.id;
}

const wholePortfolio = toQuery({});

/** The columns, knowing which fields the portfolio does not report at all. */
function useProgramColumns(rows: portfolio.ProgramRow[]) {
  const { t } = useTranslation();
  const facets = useQuery(facetsQuery(wholePortfolio)).data;
  const noProgress = rows.length > 0 && rows.every((program) => program.progress == null);
  return useMemo(() => {
    const empty = (facets ?? [])
      .filter((facet) => facet.groups.every((group) => group.value === ""))
      .map((facet) => facet.field as string);
    return programColumns(t, new Set(noProgress ? [...empty, "progress"] : empty));
  }, [t, facets, noProgress]);
}
