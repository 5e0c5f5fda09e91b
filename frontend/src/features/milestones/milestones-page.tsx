import { useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { useStillOn } from "../../lib/use-still-on";
import { Button } from "../../ui/button";
import { Page, PageBar } from "../../ui/page";
import { SearchField } from "../../ui/search-field";
import { Segments } from "../../ui/segments";
import { useReadOnly, useToday } from "../../vocabulary/desk-day";
import { ExportButton } from "../../vocabulary/export-button";
import { FieldFilter } from "../../vocabulary/field-filter";
import { ProgramScopeChip } from "../../vocabulary/filter-chips";
import { milestoneStatuses } from "../../vocabulary/values";
import {
  filterOf,
  milestoneFilters,
  milestoneViews,
  presets,
  readMilestoneSearch,
  toMilestoneQuery,
  type MilestoneSearch,
} from "./address";
import { MilestoneDialog } from "./milestone-dialog";
import { MilestoneList } from "./milestone-list";
import { MonthCalendar } from "./month-calendar";
import { blankMilestone } from "./queries";

/** The milestones of all programs, as a list or month by month. */
export function MilestonesPage({ search }: { search: MilestoneSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const today = useToday();
  const stillOn = useStillOn("/milestones");
  const [editing, setEditing] = useState<portfolio.Milestone>();
  const [total, setTotal] = useState<number>();
  const view = search.view ?? "list";

  const change = useCallback(
    (next: Record<string, string | string[]>, replace = false) => {
      if (stillOn())
        void navigate({ to: "/milestones", search: readMilestoneSearch({ ...search, ...next }), replace });
    },
    [navigate, search, stillOn],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const statusWord = (value: string) => {
    const known = milestoneStatuses.find((word: string) => word === value);
    return known ? t(`milestoneStatus.${known}`) : value;
  };

  return (
    <Page
      title={t("page.milestones")}
      aside={view === "list" ? total : undefined}
      actions={
        <>
          <Segments
            label={t("program.view")}
            value={view}
            options={milestoneViews.map((value) => ({ value, label: t(`milestone.views.${value}`) }))}
            onChange={(next) => change({ view: next })}
          />
          {view === "list" && total !== undefined && (
            <ExportButton list={{ of: "milestone", query: toMilestoneQuery(search, today), total }} />
          )}
          {!readOnly && (
            <Button kind="primary" onClick={() => setEditing(blankMilestone(""))}>
              {t("milestone.add")}
            </Button>
          )}
        </>
      }
    >
      <PageBar>
        {view === "list" && (
          <Segments
            label={t("milestone.show")}
            value={search.show ?? "all"}
            options={presets.map((value) => ({ value, label: t(`milestone.presets.${value}`) }))}
            onChange={(next) => change({ show: next })}
          />
        )}
        {milestoneFilters.map((filter) => (
          <FieldFilter
            key={filter}
            label={t(`field.${filter}`)}
            field={filterOf[filter]}
            query={toMilestoneQuery(search, today)}
            chosen={search[filter] ?? []}
            {...(filter === "status" && { word: statusWord })}
            onChange={(values) => change({ [filter]: values })}
          />
        ))}
        <ProgramScopeChip of={search.of} onRemove={() => change({ of: "" })} />
        <SearchField label={t("milestone.search")} value={search.q ?? ""} onChange={find} />
      </PageBar>
      {view === "list" ? (
        <MilestoneList search={search} change={change} onEdit={setEditing} onTotal={setTotal} />
      ) : (
        <MonthCalendar search={search} change={change} onEdit={setEditing} />
      )}
      {editing && <MilestoneDialog milestone={editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}
