import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useFirstPageDrawn } from "../../lib/use-first-page-drawn";
import { useStillOn } from "../../lib/use-still-on";
import { Button } from "../../ui/button";
import type { FilterRoom } from "../../ui/filter-row";
import { Failure, Notice } from "../../ui/notice";
import { Page, PageBar, PageBarEnd, PageBody } from "../../ui/page";
import { SearchField } from "../../ui/search-field";
import { Segments } from "../../ui/segments";
import { useReadOnly } from "../../vocabulary/desk-day";
import { ExportButton } from "../../vocabulary/export-button";
import { PresetChip } from "../../vocabulary/filter-chips";
import { useShowsList } from "../../vocabulary/looked-at";
import {
  isNarrowed,
  programViews,
  toQuery,
  withChange,
  type FilterField,
  type ProgramSearch,
  type ProgramView,
} from "./address";
import { rememberList } from "./last-list";
import { NewProgramDialog } from "./new-program";
import { ProgramFilters } from "./program-filters";
import { ProgramTable } from "./program-table";
import { ProgramTotals } from "./program-totals";
import type { ProgramViewProps } from "./program-view";
import { programListQuery } from "./queries";
import { SampleStrip } from "./sample-strip";
import { SelectionProvider } from "./selection";
import { useShownList } from "./use-shown-list";
import { TableActions } from "./table/table-actions";

/** The table is what the window begins with; the other views are loaded when they are opened. */
const views: Record<ProgramView, ComponentType<ProgramViewProps>> = {
  table: ProgramTable,
  board: lazy(async () => ({ default: (await import("./board/program-board")).ProgramBoard })),
  timeline: lazy(async () => ({ default: (await import("./timeline/program-timeline")).ProgramTimeline })),
};

/** Programs are filtered by status and owner most, then by product line. */
const filterRoom = {
  product_line: "some",
  assessed: "much",
  team: "much",
  pipeline_stage: "much",
  strategic_objectives: "much",
} satisfies Partial<Record<FilterField, FilterRoom>>;

const SavedViewsMenu = lazy(async () => ({ default: (await import("./saved-views-menu")).SavedViewsMenu }));

interface ProgramsPageProps {
  search: ProgramSearch;
  onImport: () => void;
}

/** All programs as a table, a board or a timeline, with filter, search and order in the address. */
export function ProgramsPage({ search, onImport }: ProgramsPageProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const stillOn = useStillOn("/programs");
  const readOnly = useReadOnly();
  const drawn = useFirstPageDrawn();
  const [creating, setCreating] = useState(false);
  useEffect(() => rememberList(search), [search]);

  const query = useMemo(() => toQuery(search), [search]);
  const list = useInfiniteQuery(programListQuery(query));
  const total = list.data?.pages[0]?.total ?? 0;
  useShowsList(useShownList(search, query, total));

  const change = useCallback(
    (next: Record<string, string | string[]>, replace = false) => {
      if (stillOn()) void navigate({ to: "/programs", search: withChange(search, next), replace });
    },
    [navigate, search, stillOn],
  );
  // Typing does not fill the history: Back leaves the list as a whole.
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const view = search.view ?? "table";
  const View = views[view];

  return (
    <Page
      title={t("page.programs")}
      aside={list.data && total}
      actions={
        <>
          <Segments
            label={t("program.view")}
            value={view}
            options={programViews.map((value) => ({ value, label: t(`program.views.${value}`) }))}
            onChange={(next) => change({ view: next })}
          />
          <ExportButton list={{ of: "program", query, total }} />
          {!readOnly && (
            <>
              <Button onClick={onImport}>{t("import.open")}</Button>
              <Button kind="primary" onClick={() => setCreating(true)}>
                {t("program.new")}
              </Button>
            </>
          )}
        </>
      }
    >
      <SampleStrip />
      <PageBar>
        <ProgramFilters
          search={search}
          onChange={(field, values) => change({ [field]: values })}
          room={filterRoom}
        />
        <PresetChip preset={search.show} onRemove={() => change({ show: "" })} />
        <Suspense>{drawn && <SavedViewsMenu search={search} />}</Suspense>
        <PageBarEnd>
          <SearchField label={t("program.search")} value={search.q ?? ""} onChange={find} />
          {view === "table" && <TableActions search={search} change={change} />}
        </PageBarEnd>
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
        <SelectionProvider>
          <Suspense fallback={<PageBody>{null}</PageBody>}>
            <View search={search} query={query} change={change} />
          </Suspense>
        </SelectionProvider>
      )}
      <ProgramTotals search={search} />
      {creating && <NewProgramDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
