import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { useFirstPageDrawn } from "../../../lib/use-first-page-drawn";
import type { GridCells } from "../../../ui/grid-cells";
import { useLatest } from "../../../lib/use-latest";
import { useReadOnly } from "../../../vocabulary/desk-day";
import { useEditRecords } from "../../../vocabulary/use-edit-records";
import { toQuery } from "../address";
import { facetsQuery } from "../queries";
import { useColumnTitle } from "./column-title";
import { editOf, planPaste, type PastePlan } from "./program-edits";
import { cellField, columnText, typingOf, type CellField, type CellValue } from "./read-cell";
import { readTsv, writeTsv } from "./tsv";

const loadEditor = () => import("./cell-editor");
const CellEditor = lazy(async () => ({ default: (await loadEditor()).CellEditor }));

const wholePortfolio = toQuery({});

/**
 * The cells of the table: their editors, and the clipboard. `selected` are the programs that are copied instead of the
 * current cells, where there are any. A paste that needs a look waits in `pasted`.
 */
export function useProgramCells(selected: () => portfolio.ProgramRow[]) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const edit = useLatest(useEditRecords());
  const titleOf = useColumnTitle();
  const facets = useQuery(facetsQuery(wholePortfolio)).data;
  const selectedNow = useLatest(selected);
  const [pasted, setPasted] = useState<PastePlan>();

  // The first key that begins an edit does not wait for the editor.
  const drawn = useFirstPageDrawn();
  useEffect(() => {
    if (drawn) void loadEditor();
  }, [drawn]);

  const save = useCallback(
    (program: portfolio.ProgramRow, field: CellField, value: CellValue) => {
      const change = editOf(program, { [field]: value });
      if (change) edit({ edits: [change] });
    },
    [edit],
  );

  const cells = useMemo<GridCells<portfolio.ProgramRow>>(() => {
    const usedIn = (field: CellField) =>
      (facets?.find((facet) => (facet.field as string) === field)?.groups ?? [])
        .map(({ value }) => value)
        .filter((value) => value !== "");
    return {
      edits: (column) => {
        const field = readOnly ? undefined : cellField(column);
        return field && typingOf(field);
      },
      editor: (program, { column, typed }, leave) => {
        const field = cellField(column);
        return (
          field && (
            <Suspense fallback={columnText(column, program, t)}>
              <CellEditor
                program={program}
                field={field}
                typed={typed}
                used={field === "status" || field === "pipeline_stage" ? [] : usedIn(field)}
                onSave={save}
                leave={leave}
              />
            </Suspense>
          )
        );
      },
      copy: (block, line, { columns: all }) => {
        const rows = selectedNow();
        const whole = rows.length > 0 ? rows : line && !block ? [line] : undefined;
        const { rows: programs, columns } = whole
          ? { rows: whole, columns: all }
          : (block ?? { rows: [], columns: [] });
        const lines = programs.map((program) => columns.map((column) => columnText(column, program, t)));
        return writeTsv(whole ? [columns.map(titleOf), ...lines] : lines);
      },
      paste: (text, block, below) => {
        if (readOnly) return;
        const plan = planPaste(readTsv(text), block, below, t, titleOf);
        const [only] = plan.edits;
        if (plan.problems.length > 0 || plan.edits.length > 1) setPasted(plan);
        else if (only) edit({ edits: [only] });
      },
    };
  }, [facets, readOnly, save, edit, selectedNow, t, titleOf]);

  return { cells, pasted, closePasted: useCallback(() => setPasted(undefined), []) };
}
