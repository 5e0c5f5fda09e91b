import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { DataGrid } from "../../ui/data-grid";
import { gridColumns, type GridColumn } from "../../ui/grid-columns";
import { Failure, Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { useReadOnly } from "../../vocabulary/desk-day";
import { Strong, Words } from "../../vocabulary/words";
import { ObjectiveDialog } from "./objective-dialog";
import { blankObjective, objectiveListQuery } from "./queries";

const none: portfolio.ObjectiveRow[] = [];

/** The strategic objectives and how many programs serve each. `current` is the one to jump to. */
export function ObjectivesPage({ current }: { current: string | undefined }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const list = useQuery(objectiveListQuery);
  const [editing, setEditing] = useState<portfolio.Objective>();
  const columns = useMemo(() => objectiveColumns(t), [t]);
  const rows = list.data ?? none;
  const edit = useCallback((row: portfolio.ObjectiveRow) => setEditing(recordOf(row)), []);
  return (
    <Page
      title={t("page.objectives")}
      aside={list.data?.length}
      actions={
        !readOnly && (
          <Button kind="primary" onClick={() => setEditing(blankObjective)}>
            {t("objective.add")}
          </Button>
        )
      }
    >
      {list.error ? (
        <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />
      ) : list.data?.length === 0 ? (
        <Notice title={t("objective.none")} text={t("objective.noneText")} />
      ) : (
        <DataGrid
          key={current}
          label={t("page.objectives")}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          total={rows.length}
          busy={list.isFetching}
          sort={unsorted}
          onOpen={edit}
          currentKey={current}
        />
      )}
      {editing && <ObjectiveDialog objective={editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

const unsorted: never[] = [];

/** The record of a row, without what the list counts. */
function recordOf(row: portfolio.ObjectiveRow): portfolio.Objective {
  const { id, name, description, created_at, updated_at, revision } = row;
  return { id, name, description, created_at, updated_at, revision };
}

function rowKey(objective: portfolio.ObjectiveRow): string {
  return objective.id;
}

function objectiveColumns(t: TFunction): GridColumn<portfolio.ObjectiveRow>[] {
  const column = gridColumns<portfolio.ObjectiveRow>();
  return [
    column.accessor("name", {
      id: "name",
      header: t("field.objective"),
      cell: (cell) => <Strong text={cell.getValue()} />,
      meta: { width: 220, givesWay: 0, grow: 2 },
    }),
    column.accessor("programs", {
      id: "programs",
      header: t("page.programs"),
      cell: (cell) => cell.getValue(),
      meta: { width: 96, givesWay: 0, figures: true },
    }),
    column.accessor("description", {
      id: "description",
      header: t("field.description"),
      cell: (cell) => <Words text={cell.getValue()} />,
      meta: { width: 200, givesWay: 1, grow: 3 },
    }),
  ] as GridColumn<portfolio.ObjectiveRow>[];
}
