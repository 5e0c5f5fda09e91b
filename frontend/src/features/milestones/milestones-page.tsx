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
import { gridColumns, type GridColumn } from "../../ui/grid-columns";
import { Failure, Notice } from "../../ui/notice";
import { Page, PageBar } from "../../ui/page";
import { SearchField } from "../../ui/search-field";
import { Day } from "../../vocabulary/day";
import { milestoneStatuses } from "../../vocabulary/values";
import { Strong, Words } from "../../vocabulary/words";
import { milestoneOrder, readMilestoneSearch, toMilestoneQuery, type MilestoneSearch } from "./address";
import { MilestoneState } from "./milestone-state";
import { milestoneListQuery } from "./queries";

/** The milestones of all programs. */
export function MilestonesPage({ search }: { search: MilestoneSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const stillOn = useStillOn("/milestones");
  const list = useInfiniteQuery(milestoneListQuery(toMilestoneQuery(search)));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const columns = useMemo(() => milestoneColumns(t), [t]);

  const change = useCallback(
    (next: Record<string, string | string[]>, replace = false) => {
      if (stillOn())
        void navigate({ to: "/milestones", search: readMilestoneSearch({ ...search, ...next }), replace });
    },
    [navigate, search, stillOn],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const open = useCallback(
    (milestone: portfolio.MilestoneRow) =>
      void navigate({
        to: "/program/$id",
        params: { id: milestone.program_id },
        search: { record: milestone.id },
      }),
    [navigate],
  );
  const more = useCallback(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  }, [list]);
  const status = t("field.status");

  return (
    <Page title={t("page.milestones")} aside={list.data && total}>
      <PageBar>
        <FilterPicker
          label={status}
          summary={(search.status ?? []).join(", ")}
          options={milestoneStatuses.map((value) => ({ value, label: t(`milestoneStatus.${value}`) }))}
          chosen={search.status ?? []}
          onChange={(values) => change({ status: values })}
          words={{
            open: t("filter.open", { field: status }),
            find: t("filter.find", { field: status }),
            remove: t("filter.remove", { field: status }),
            nothing: t("filter.nothing"),
          }}
        />
        <SearchField label={t("milestone.search")} value={search.q ?? ""} onChange={find} />
      </PageBar>
      {list.error ? (
        <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />
      ) : list.data && total === 0 ? (
        <Notice title={t("milestone.none")} text={t("milestone.noneText")} />
      ) : (
        <DataGrid
          label={t("page.milestones")}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          total={total}
          busy={list.isFetching}
          sort={[milestoneOrder(search)]}
          onSort={(next) => change({ sort: next[0] ? writeOrder(next[0]) : "" })}
          onOpen={open}
          onMore={more}
        />
      )}
    </Page>
  );
}

function rowKey(milestone: portfolio.MilestoneRow): string {
  return milestone.id;
}

function milestoneColumns(t: TFunction): GridColumn<portfolio.MilestoneRow>[] {
  const column = gridColumns<portfolio.MilestoneRow>();
  const field = portfolio.Field;
  const day = (key: "due_date" | "baseline_date" | "completed_date", id: portfolio.Field, givesWay: number) =>
    column.accessor(key, {
      id,
      header: t(`field.${key}`),
      cell: (cell) => <Day day={cell.getValue()} />,
      meta: { width: 112, givesWay, figures: true },
    });
  return [
    column.accessor("name", {
      id: field.MilestoneName,
      header: t("field.milestone"),
      cell: ({ row: { original: milestone } }) => (
        <Link
          to="/program/$id"
          params={{ id: milestone.program_id }}
          search={{ record: milestone.id }}
          tabIndex={-1}
        >
          <Strong text={milestone.name} />
        </Link>
      ),
      meta: { width: 200, givesWay: 0, grow: 4 },
    }),
    day("due_date", field.MilestoneDueDate, 0),
    column.accessor("status", {
      id: field.MilestoneStatus,
      header: t("field.status"),
      cell: ({ row: { original: milestone } }) => (
        <MilestoneState status={milestone.status} overdue={milestone.overdue} />
      ),
      meta: { width: 112, givesWay: 0 },
    }),
    column.accessor("program_name", {
      id: field.Name,
      header: t("field.program"),
      cell: (cell) => <Words text={cell.getValue()} />,
      meta: { width: 168, givesWay: 1, grow: 3 },
    }),
    day("baseline_date", field.MilestoneBaselineDate, 3),
    day("completed_date", field.MilestoneCompletedDate, 2),
  ] as GridColumn<portfolio.MilestoneRow>[];
}
