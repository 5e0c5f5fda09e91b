import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { DataGrid } from "../../ui/data-grid";
import type { ObjectiveSearch } from "./address";
import { objectiveColumns } from "./objective-columns";

interface ObjectiveListProps {
  rows: portfolio.ObjectiveRow[];
  busy: boolean;
  search: ObjectiveSearch;
  onEdit: (objective: portfolio.Objective) => void;
  onMerge: ((objective: portfolio.ObjectiveRow) => void) | undefined;
}

/** The objectives with what their programs come to. */
export function ObjectiveList({ rows: all, busy, search, onEdit, onMerge }: ObjectiveListProps) {
  const { t } = useTranslation();
  const columns = useMemo(() => objectiveColumns(t, onMerge), [t, onMerge]);
  const rows = useMemo(
    () => (search.show === "unserved" ? all.filter(({ programs }) => programs === 0) : all),
    [all, search.show],
  );
  const edit = useCallback((row: portfolio.ObjectiveRow) => onEdit(recordOf(row)), [onEdit]);
  return (
    <DataGrid
      key={search.record}
      label={t("page.objectives")}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      total={rows.length}
      busy={busy}
      sort={unsorted}
      onOpen={edit}
      currentKey={search.record}
    />
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
