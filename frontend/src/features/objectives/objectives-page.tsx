import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { useStillOn } from "../../lib/use-still-on";
import { Button } from "../../ui/button";
import { Failure, Notice } from "../../ui/notice";
import { Page, PageBar, PageFoot } from "../../ui/page";
import { SearchField } from "../../ui/search-field";
import { Segments } from "../../ui/segments";
import { useReadOnly } from "../../vocabulary/desk-day";
import { objectiveViews, readObjectiveSearch, type ObjectiveSearch } from "./address";
import { MergeDialog } from "./merge-dialog";
import { ObjectiveDialog } from "./objective-dialog";
import { ObjectiveList } from "./objective-list";
import { ObjectiveMatrix } from "./objective-matrix";
import styles from "./objectives-page.module.css";
import { blankObjective, objectiveListQuery, servingCountQuery } from "./queries";

/** The strategic objectives: what the programs of each come to, and which program serves which. */
export function ObjectivesPage({ search }: { search: ObjectiveSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const stillOn = useStillOn("/objectives");
  const list = useQuery(objectiveListQuery);
  const without = useQuery(servingCountQuery([""])).data ?? 0;
  const [editing, setEditing] = useState<portfolio.Objective>();
  const [merging, setMerging] = useState<portfolio.ObjectiveRow>();
  const view = search.view ?? "list";
  const unserved = list.data?.filter((objective) => objective.programs === 0).length ?? 0;
  const change = useCallback(
    (next: Record<string, string>, replace = false) => {
      if (stillOn())
        void navigate({ to: "/objectives", search: readObjectiveSearch({ ...search, ...next }), replace });
    },
    [navigate, search, stillOn],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);

  return (
    <Page
      title={t("page.objectives")}
      aside={list.data?.length}
      actions={
        <>
          <Segments
            label={t("program.view")}
            value={view}
            options={objectiveViews.map((value) => ({ value, label: t(`objective.views.${value}`) }))}
            onChange={(next) => change({ view: next, q: "" })}
          />
          {!readOnly && (
            <Button kind="primary" onClick={() => setEditing(blankObjective)}>
              {t("objective.add")}
            </Button>
          )}
        </>
      }
    >
      <PageBar>
        {view === "list" ? (
          <Button
            aria-pressed={search.show === "unserved"}
            disabled={unserved === 0 && search.show === undefined}
            onClick={() => change({ show: search.show ? "" : "unserved" })}
          >
            {t("objective.unserved", { count: unserved })}
          </Button>
        ) : (
          <SearchField label={t("program.search")} value={search.q ?? ""} onChange={find} />
        )}
        <Link to="/programs" search={{ strategic_objectives: [""] }} className={styles.link}>
          {t("objective.programsWithout", { count: without })}
        </Link>
      </PageBar>
      {list.error ? (
        <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />
      ) : list.data?.length === 0 ? (
        <Notice title={t("objective.none")} text={t("objective.noneText")} />
      ) : view === "list" ? (
        <ObjectiveList
          rows={list.data ?? none}
          busy={list.isFetching}
          search={search}
          onEdit={setEditing}
          onMerge={readOnly ? undefined : setMerging}
        />
      ) : (
        <ObjectiveMatrix objectives={list.data ?? none} text={search.q ?? ""} />
      )}
      {view === "list" && (
        <PageFoot label={t("objective.reckoning")}>
          <p>{t("objective.weight")}</p>
        </PageFoot>
      )}
      {editing && <ObjectiveDialog objective={editing} onClose={() => setEditing(undefined)} />}
      {merging && <MergeDialog from={merging} onClose={() => setMerging(undefined)} />}
    </Page>
  );
}

const none: portfolio.ObjectiveRow[] = [];
