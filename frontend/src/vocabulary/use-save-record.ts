import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { AppError } from "../bridge/app-error";
import type { portfolio } from "../bridge/model";
import i18next from "i18next";
import { inOrder, readAgain } from "../lib/read-again";
import { useAskAboutConflict } from "./conflict-host";
import { saveMerged, type Stored } from "./save-merged";

/** How records of one kind are read and written. */
export interface RecordStore<R extends Stored> {
  entity: portfolio.Entity;
  /** The name that people know the record by. */
  nameOf: (record: R) => string;
  /** Reads the record as it is stored now; rejects with "not_found" where it is gone. */
  read: (record: R) => Promise<R>;
  /** Creates a record (id "") or writes one; rejects with "conflict" where it changed since it was read. */
  save: (record: R) => Promise<R>;
  remove: (record: R) => Promise<void>;
}

/** A record that was looked for among others; rejects with "not_found" where it is gone. */
export function present<R>(record: R | undefined): R {
  if (record === undefined) throw new AppError("not_found", i18next.t("conflict.gone"));
  return record;
}

/** Writes an edit of a record. Where somebody else changed it meanwhile, the person is asked whose values hold. */
export function useSaveRecord<R extends Stored>(
  store: Omit<RecordStore<R>, "remove">,
): UseMutationResult<R, Error, { base: R; edit: Partial<R> }> {
  const client = useQueryClient();
  const ask = useAskAboutConflict();
  return useMutation({
    ...inOrder, // an undo right behind it takes this edit back, not the one before
    mutationFn: ({ base, edit }) =>
      saveMerged({
        base,
        edit,
        save: store.save,
        read: store.read,
        ask: (clashes) => ask({ entity: store.entity, label: store.nameOf(base), clashes }),
      }),
    onSettled: () => readAgain(client, 1),
  });
}
