import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { writeOrder } from "../../lib/list-address";
import { Button } from "../../ui/button";
import { DataGrid } from "../../ui/data-grid";
import { Failure, Notice } from "../../ui/notice";
import { createDayEdit, DayEdit } from "../../vocabulary/day-edit";
import { useReadOnly, useToday } from "../../vocabulary/desk-day";
import { isNarrowed, milestoneOrder, toMilestoneQuery, type MilestoneSearch } from "./address";
import { milestoneColumns, TickContext, type QuickDay } from "./milestone-columns";
import { milestoneListQuery } from "./queries";
import { useMilestoneEdits } from "./use-milestone-edits";

interface MilestoneListProps {
  search: MilestoneSearch;
  change: (next: Record<string, string>) => void;
  onEdit: (milestone: portfolio.Milestone) => void;
  /** Receives how many there are, undefined while nobody knows. */
  onTotal: (total: number | undefined) => void;
}

const days = createDayEdit<QuickDay>();

/** The milestones as a list, in which they are ticked and moved. */
export function MilestoneList({ search, change, onEdit, onTotal }: MilestoneListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const readOnly = useReadOnly();
  const edits = useMilestoneEdits();
  const list = useInfiniteQuery(milestoneListQuery(toMilestoneQuery(search, today)));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total;
  useEffect(() => onTotal(total), [onTotal, total]);
  const columns = useMemo(() => milestoneColumns(t, readOnly ? undefined : days), [t, readOnly]);
  const more = useCallback(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  }, [list]);

  if (list.error) {
    return <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />;
  }
  if (total === 0) {
    const narrowed = isNarrowed(search);
    return (
      <Notice title={t("milestone.none")} text={t(narrowed ? "milestone.noneMatch" : "milestone.noneText")}>
        {narrowed && (
          <Button onClick={() => void navigate({ to: "/milestones", search: {} })}>
            {t("filter.clear")}
          </Button>
        )}
      </Notice>
    );
  }
  return (
    <TickContext value={readOnly ? undefined : edits.tick}>
      <DataGrid
        label={t("page.milestones")}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        total={total ?? 0}
        busy={list.isFetching}
        sort={[milestoneOrder(search)]}
        onSort={(next) => change({ sort: next[0] ? writeOrder(next[0]) : "" })}
        onOpen={onEdit}
        onMore={more}
      />
      <DayEdit
        handle={days}
        of={({ milestone, field }) => ({
          label: t(`field.${field}`),
          day: milestone[field],
          onSave: (day) =>
            field === "due_date" ? edits.move(milestone, day) : edits.complete(milestone, day),
        })}
      />
    </TickContext>
  );
}

function rowKey(milestone: portfolio.MilestoneRow): string {
  return milestone.id;
}
