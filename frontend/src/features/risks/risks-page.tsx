import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { writeOrder } from "../../lib/list-address";
import { useStillOn } from "../../lib/use-still-on";
import { Button } from "../../ui/button";
import { DataGrid } from "../../ui/data-grid";
import type { GridSort } from "../../ui/grid-columns";
import { Failure, Notice } from "../../ui/notice";
import { Page, PageBar } from "../../ui/page";
import { SearchField } from "../../ui/search-field";
import { createValueMenu } from "../../ui/value-menu";
import { useReadOnly } from "../../vocabulary/desk-day";
import { ExportButton } from "../../vocabulary/export-button";
import { ProgramScopeChip } from "../../vocabulary/filter-chips";
import { isNarrowed, readRiskSearch, riskOrder, toRiskQuery, type RiskSearch } from "./address";
import { HeatMap } from "./heat-map";
import { blankRisk, riskListQuery } from "./queries";
import { QuickMenu } from "./quick-menu";
import { riskColumns, type QuickEdit } from "./risk-columns";
import { RiskDialog } from "./risk-dialog";
import { RiskFilters } from "./risk-filters";

const menu = createValueMenu<QuickEdit>();

/** The risks of all programs: how they are spread, and the register. */
export function RisksPage({ search }: { search: RiskSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const stillOn = useStillOn("/risks");
  const [editing, setEditing] = useState<portfolio.Risk>();
  const query = useMemo(() => toRiskQuery(search), [search]);
  const list = useInfiniteQuery(riskListQuery(query));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const columns = useMemo(() => riskColumns(t, readOnly ? undefined : menu), [t, readOnly]);

  const change = useCallback(
    (next: Record<string, string | string[]>, replace = false) => {
      if (stillOn()) void navigate({ to: "/risks", search: readRiskSearch({ ...search, ...next }), replace });
    },
    [navigate, search, stillOn],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const more = useCallback(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  }, [list]);
  const mapped = search.map !== "hidden";
  const order = riskOrder(search);

  return (
    <Page
      title={t("page.risks")}
      aside={list.data && total}
      actions={
        <>
          <Button aria-pressed={mapped} onClick={() => change({ map: mapped ? "hidden" : "" }, true)}>
            {t("risk.map")}
          </Button>
          <ExportButton list={{ of: "risk", query, total }} />
          {!readOnly && (
            <Button kind="primary" onClick={() => setEditing(blankRisk(""))}>
              {t("risk.add")}
            </Button>
          )}
        </>
      }
    >
      <PageBar>
        <RiskFilters
          search={search}
          query={query}
          onChange={(filter, values) => change({ [filter]: values })}
        />
        <ProgramScopeChip of={search.of} onRemove={() => change({ of: "" })} />
        <SearchField label={t("risk.search")} value={search.q ?? ""} onChange={find} />
      </PageBar>
      {mapped && <HeatMap search={search} change={change} />}
      {list.error ? (
        <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />
      ) : list.data && total === 0 ? (
        <Notice title={t("risk.none")} text={t(isNarrowed(search) ? "risk.noneMatch" : "risk.noneText")}>
          {isNarrowed(search) && (
            <Button onClick={() => void navigate({ to: "/risks", search: {} })}>{t("filter.clear")}</Button>
          )}
        </Notice>
      ) : (
        <DataGrid
          label={t("page.risks")}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          total={total}
          busy={list.isFetching}
          sort={[order] satisfies GridSort}
          onSort={(next) => change({ sort: next[0] ? writeOrder(next[0]) : "" })}
          onOpen={setEditing}
          onMore={more}
        />
      )}
      <QuickMenu handle={menu} />
      {editing && <RiskDialog risk={editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

function rowKey(risk: portfolio.RiskRow): string {
  return risk.id;
}
