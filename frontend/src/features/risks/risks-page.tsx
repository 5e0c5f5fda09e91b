import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { writeOrder } from "../../lib/list-address";
import { useStillOn } from "../../lib/use-still-on";
import { DataGrid } from "../../ui/data-grid";
import { FilterPicker } from "../../ui/filter-picker";
import { gridColumns, type GridColumn, type GridSort } from "../../ui/grid-columns";
import { Failure, Notice } from "../../ui/notice";
import { Page, PageBar } from "../../ui/page";
import { SearchField } from "../../ui/search-field";
import { Day } from "../../vocabulary/day";
import { Level } from "../../vocabulary/severity";
import { Strong, Words } from "../../vocabulary/words";
import { levels, riskStatuses } from "../../vocabulary/values";
import { readRiskSearch, riskOrder, toRiskQuery, type RiskFilter, type RiskSearch } from "./address";
import { riskListQuery } from "./queries";

/** The risks of all programs. */
export function RisksPage({ search }: { search: RiskSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const stillOn = useStillOn("/risks");
  const list = useInfiniteQuery(riskListQuery(toRiskQuery(search)));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const columns = useMemo(() => riskColumns(t), [t]);

  const change = useCallback(
    (next: Record<string, string | string[]>, replace = false) => {
      if (stillOn()) void navigate({ to: "/risks", search: readRiskSearch({ ...search, ...next }), replace });
    },
    [navigate, search, stillOn],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const order = riskOrder(search);
  const open = useCallback(
    (risk: portfolio.RiskRow) =>
      void navigate({ to: "/program/$id", params: { id: risk.program_id }, search: { record: risk.id } }),
    [navigate],
  );
  const more = useCallback(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  }, [list]);
  const filter = (field: RiskFilter, label: string, options: { value: string; label: string }[]) => (
    <FilterPicker
      label={label}
      summary={(search[field] ?? []).join(", ")}
      options={options}
      chosen={search[field] ?? []}
      onChange={(values) => change({ [field]: values })}
      words={{
        open: t("filter.open", { field: label }),
        find: t("filter.find", { field: label }),
        remove: t("filter.remove", { field: label }),
        nothing: t("filter.nothing"),
      }}
    />
  );

  return (
    <Page title={t("page.risks")} aside={list.data && total}>
      <PageBar>
        {filter(
          "severity",
          t("field.severity"),
          levels.map((level) => ({ value: level, label: t(`level.${level}`) })),
        )}
        {filter(
          "status",
          t("field.status"),
          riskStatuses.map((status) => ({ value: status, label: t(`riskStatus.${status}`) })),
        )}
        <SearchField label={t("risk.search")} value={search.q ?? ""} onChange={find} />
      </PageBar>
      {list.error ? (
        <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />
      ) : list.data && total === 0 ? (
        <Notice title={t("risk.none")} text={t("risk.noneText")} />
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
          onOpen={open}
          onMore={more}
        />
      )}
    </Page>
  );
}

function rowKey(risk: portfolio.RiskRow): string {
  return risk.id;
}

function riskColumns(t: TFunction): GridColumn<portfolio.RiskRow>[] {
  const column = gridColumns<portfolio.RiskRow>();
  const field = portfolio.Field;
  return [
    column.accessor("title", {
      id: field.RiskTitle,
      header: t("field.risk"),
      cell: ({ row: { original: risk } }) => (
        <Link to="/program/$id" params={{ id: risk.program_id }} search={{ record: risk.id }} tabIndex={-1}>
          <Strong text={risk.title} />
        </Link>
      ),
      meta: { width: 200, givesWay: 0, grow: 4 },
    }),
    column.accessor("severity", {
      id: field.RiskSeverity,
      header: t("field.severity"),
      cell: (cell) => <Level level={cell.getValue()} />,
      meta: { width: 104, givesWay: 0 },
    }),
    column.accessor("likelihood", {
      id: field.RiskLikelihood,
      header: t("field.likelihood"),
      cell: (cell) => <Level level={cell.getValue()} />,
      meta: { width: 104, givesWay: 3 },
    }),
    column.accessor("status", {
      id: field.RiskStatus,
      header: t("field.status"),
      cell: (cell) => t(`riskStatus.${cell.getValue()}`),
      meta: { width: 96, givesWay: 0 },
    }),
    column.accessor("program_name", {
      id: field.Name,
      header: t("field.program"),
      cell: (cell) => <Words text={cell.getValue()} />,
      meta: { width: 160, givesWay: 1, grow: 2 },
    }),
    column.accessor("owner", {
      id: field.RiskOwner,
      header: t("field.owner"),
      cell: (cell) => <Words text={cell.getValue()} />,
      meta: { width: 116, givesWay: 2, grow: 1 },
    }),
    column.accessor("review_date", {
      id: field.RiskReviewDate,
      header: t("field.review_date"),
      cell: (cell) => <Day day={cell.getValue()} />,
      meta: { width: 108, givesWay: 4, figures: true },
    }),
  ] as GridColumn<portfolio.RiskRow>[];
}
