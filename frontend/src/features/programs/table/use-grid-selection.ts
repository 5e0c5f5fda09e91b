import { noop, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import type { GridSelection } from "../../../ui/grid-cells";
import { wholeListQuery } from "../queries";
import { useProgramSelection } from "../selection";
import { programOf, type TableRow } from "./use-program-rows";

/** The selection of the programs as the grid needs it, and the selected programs of the list in its order. */
export function useGridSelection(query: portfolio.Query, rows: TableRow[]) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const selection = useProgramSelection();
  const { ids, has, toggle, select, clear } = selection;
  const nameOf = useCallback(({ name }: TableRow) => t("table.select", { name }), [t]);

  // What is selected beyond the rows that were scrolled to has to be there when it is copied.
  const beyond = useMemo(() => {
    const loaded = new Set(rows.map(({ id }) => id));
    return [...ids].some((id) => !loaded.has(id));
  }, [ids, rows]);
  const whole = useQuery({ ...wholeListQuery(query), enabled: beyond }).data;
  const selected = () => {
    const found = new Map((whole ?? rows).map((row) => [row.id, row]));
    return [...found.values()].filter(({ id }) => has(id));
  };

  const grid: GridSelection<TableRow> = {
    has: (line) => has(programOf(line)),
    count: ids.size,
    words: { all: t("table.selectAll"), row: nameOf },
    toggle: (line) => toggle(programOf(line)),
    add: (lines) => select([...ids, ...lines.map(programOf)]),
    all: () => {
      // Where this fails the list does too, and says why; or it was left meanwhile.
      client.query(wholeListQuery(query)).then((all) => select(all.map(({ id }) => id)), noop);
    },
    clear,
  };
  return { grid, selected, ids, clear };
}
