import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { useStillOn } from "../../lib/use-still-on";
import { Button } from "../../ui/button";
import { DataGrid } from "../../ui/data-grid";
import { DetailPopover } from "../../ui/detail-popover";
import type { GridSort } from "../../ui/grid-columns";
import { Failure, Notice } from "../../ui/notice";
import { Page, PageBar } from "../../ui/page";
import { SearchField } from "../../ui/search-field";
import { useReadOnly } from "../../vocabulary/desk-day";
import { HealthReasons } from "../../vocabulary/health-reasons";
import { isNarrowed, orderOf, sortText, toQuery, withChange, type ProgramSearch } from "./address";
import { lastList, rememberList } from "./last-list";
import { NewProgramDialog } from "./new-program-dialog";
import { programColumns, reasonsDetail } from "./program-columns";
import { ProgramFilters } from "./program-filters";
import { ProgramTotals } from "./program-totals";
import { facetsQuery, programListQuery } from "./queries";
import { SampleStrip } from "./sample-strip";

interface ProgramsPageProps {
  search: ProgramSearch;
  onImport: () => void;
}

/** All programs as a table, with filter, search and order in the address. */
export function ProgramsPage({ search, onImport }: ProgramsPageProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const stillOn = useStillOn("/programs");
  const readOnly = useReadOnly();
  const [creating, setCreating] = useState(false);
  useEffect(() => rememberList(search), [search]);

  const list = useInfiniteQuery(programListQuery(toQuery(search)));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const columns = useProgramColumns(rows);

  const change = useCallback(
    (next: Record<string, string | string[]>, replace = false) => {
      if (stillOn()) void navigate({ to: "/programs", search: withChange(search, next), replace });
    },
    [navigate, search, stillOn],
  );
  // Typing does not fill the history: Back leaves the list as a whole.
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const order = orderOf(search);
  const sort: GridSort = useMemo(() => [{ id: order.id, desc: order.desc }], [order.id, order.desc]);
  const onSort = (next: GridSort) => {
    change({ sort: next[0] ? sortText(next[0]) : "" });
  };
  const open = useCallback(
    (program: portfolio.ProgramRow) => void navigate({ to: "/program/$id", params: { id: program.id } }),
    [navigate],
  );
  const more = useCallback(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  }, [list]);

  return (
    <Page
      title={t("page.programs")}
      aside={list.data && total}
      actions={
        !readOnly && (
          <>
            <Button onClick={onImport}>{t("import.open")}</Button>
            <Button kind="primary" onClick={() => setCreating(true)}>
              {t("program.new")}
            </Button>
          </>
        )
      }
    >
      <SampleStrip />
      <PageBar>
        <ProgramFilters search={search} onChange={(field, values) => change({ [field]: values })} />
        <SearchField label={t("program.search")} value={search.q ?? ""} onChange={find} />
      </PageBar>
      {list.error ? (
        <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />
      ) : list.data && total === 0 ? (
        <Notice title={t("program.noneFound")} text={t("program.noneFoundText")}>
          {isNarrowed(search) && (
            <Button onClick={() => void navigate({ to: "/programs", search: {} })}>
              {t("filter.clear")}
            </Button>
          )}
        </Notice>
      ) : (
        <DataGrid
          label={t("page.programs")}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          total={total}
          busy={list.isFetching}
          sort={sort}
          onSort={onSort}
          onOpen={open}
          onMore={more}
          currentKey={lastList().programId}
        />
      )}
      <ProgramTotals search={search} />
      <DetailPopover
        handle={reasonsDetail}
        title={({ health }) => t("health.why", { status: t(`status.${health.assessed ?? "none"}`) })}
      >
        {({ id, health }) => <HealthReasons programId={id} reasons={health.reasons} />}
      </DetailPopover>
      {creating && <NewProgramDialog onClose={() => setCreating(false)} />}
    </Page>
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
