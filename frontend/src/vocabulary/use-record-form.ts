import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { isCancelled } from "../bridge/app-error";
import { readAgain } from "../lib/read-again";
import { toast } from "../ui/toasts";
import { editOf, type Stored } from "./save-merged";
import { useSaveRecord, type RecordStore } from "./use-save-record";
import { useUndo } from "./use-undo";

interface RecordFormOptions<R extends Stored> {
  store: RecordStore<R>;
  /** The record that is edited; id "" for one that is being added. */
  record: R;
  /** The record that a draft stands for; undefined while something is missing or wrong. */
  complete: (draft: R) => R | undefined;
  onClose: () => void;
}

export interface RecordForm<R> {
  draft: R;
  change: (fields: Partial<R>) => void;
  /** The record is being added, so there is nothing to delete. */
  fresh: boolean;
  canSave: boolean;
  busy: boolean;
  /** What Go said when it refused to save or to delete. */
  error: string | undefined;
  submit: (event: SyntheticEvent) => void;
  remove: () => void;
}

/** The state of a form that adds, edits or deletes a record and closes when that is done. */
export function useRecordForm<R extends Stored>(options: RecordFormOptions<R>): RecordForm<R> {
  const { store, complete, onClose } = options;
  const { t } = useTranslation();
  const client = useQueryClient();
  const { undo } = useUndo();
  // As it was when the form was opened: what is fetched later may hold what somebody else wrote.
  const [record] = useState(options.record);
  const [draft, setDraft] = useState(record);
  const save = useSaveRecord(store);
  const remove = useMutation({
    mutationFn: () => store.remove(record),
    onSuccess: () => {
      onClose();
      toast({
        title: t("trash.done", { name: store.nameOf(record) }),
        action: { label: t("undo"), run: undo },
      });
    },
    onSettled: () => readAgain(client),
  });

  const whole = complete(draft);
  const busy = save.isPending || remove.isPending;
  const failure = save.error ?? remove.error;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!whole || busy) return;
    save.mutate({ base: record, edit: editOf(record, whole) }, { onSuccess: onClose });
  };
  return {
    draft,
    change: (fields) => setDraft((before) => ({ ...before, ...fields })),
    fresh: record.id === "",
    canSave: whole !== undefined && !busy,
    busy,
    error: failure && !isCancelled(failure) ? failure.message : undefined,
    submit,
    remove: () => remove.mutate(),
  };
}
