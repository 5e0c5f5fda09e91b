import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toAppError } from "../bridge/app-error";
import { records } from "../bridge/backend";
import type { portfolio } from "../bridge/model";
import { dataKey } from "../lib/query-keys";
import { inOrder, readAgain } from "../lib/read-again";
import { toast, toastFailure } from "../ui/toasts";
import { useOnlyToday } from "./use-only-today";
import { useUndo } from "./use-undo";

/** Fields of one record as they were read and as they shall be; the names are those of the record. */
export interface RecordEdit {
  entity: portfolio.Entity;
  id: string;
  /** The name that people know the record by. */
  label: string;
  programId: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

interface EditRequest {
  edits: RecordEdit[];
  /** What to say, with a way to undo it, where the edit is not to be seen in one place: "12 programs changed". */
  done?: string;
}

/**
 * Writes fields of any number of records as one step. What is on the screen follows at once, and goes back with a message
 * where Go refuses.
 */
export function useEditRecords(): (request: EditRequest) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const onlyToday = useOnlyToday();
  const { undo } = useUndo();
  const { mutate } = useMutation({
    ...inOrder,
    mutationFn: ({ edits }: EditRequest) => records.Edit(edits.flatMap(changesOf)),
    onMutate: async ({ edits }) => {
      await client.cancelQueries({ queryKey: [dataKey] });
      return showAtOnce(client, edits);
    },
    onSuccess: (result, { done }, takeBack) => {
      const [first] = result.refused;
      if (first) {
        takeBack();
        toastFailure(t("editing.refused", { count: result.refused.length, reason: first.reason }));
      } else if (done && result.change_set > 0) {
        toast({ title: done, action: { label: t("undo"), run: undo } });
      }
    },
    onError: (error, _request, takeBack) => {
      takeBack?.();
      toastFailure(toAppError(error).message);
    },
    onSettled: () => void readAgain(client, 1),
  });
  return (request) => {
    if (request.edits.some((edit) => changesOf(edit).length > 0)) onlyToday(() => mutate(request));
  };
}

/** The rows of an edit: one for each field that differs. */
export function changesOf({ entity, id, label, programId, before, after }: RecordEdit): portfolio.Change[] {
  return Object.keys(after)
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({
      entity,
      id,
      label,
      program_id: programId,
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }));
}

/** Puts edits into everything that was read already; gives the way back. */
function showAtOnce(client: QueryClient, edits: RecordEdit[]): () => void {
  const afterOf = new Map(edits.map(({ id, after }) => [id, after]));
  const before = client.getQueriesData({ queryKey: [dataKey] });
  for (const [key, data] of before) {
    const next = patched(data, afterOf);
    if (next !== data) client.setQueryData(key, next);
  }
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
  };
}

/** The same data with the records of `edits` changed, wherever in it they are; the same object where none is. */
function patched(data: unknown, edits: Map<string, Record<string, unknown>>): unknown {
  if (Array.isArray(data)) {
    const items: unknown[] = data;
    const next = items.map((item) => patched(item, edits));
    return next.some((item, i) => item !== items[i]) ? next : data;
  }
  if (typeof data !== "object" || data === null) return data;
  let next: Record<string, unknown> = data as Record<string, unknown>;
  for (const [name, value] of Object.entries(next)) {
    const changed = patched(value, edits);
    if (changed !== value) next = { ...next, [name]: changed };
  }
  const after = typeof next.id === "string" ? edits.get(next.id) : undefined;
  return after ? { ...next, ...after } : next;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
