import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { objectives } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { readAgain } from "../../lib/read-again";
import { Button } from "../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { SearchChoice } from "../../ui/search-choice";
import { toast } from "../../ui/toasts";
import { useUndo } from "../../vocabulary/use-undo";
import styles from "./merge-dialog.module.css";
import { objectiveListQuery, servingCountQuery } from "./queries";

interface MergeDialogProps {
  from: portfolio.ObjectiveRow;
  onClose: () => void;
}

/** Makes one objective of two, after saying what that means. */
export function MergeDialog({ from, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { undo } = useUndo();
  const others = (useQuery(objectiveListQuery).data ?? []).filter(({ id }) => id !== from.id);
  const [chosen, setChosen] = useState<string>();
  const into = others.find(({ id }) => id === chosen);
  const merge = useMutation({
    mutationFn: (target: portfolio.Objective) => objectives.Merge(from, target),
    onSuccess: (_nothing, { name }) => {
      onClose();
      toast({
        title: t("objective.merged", { from: from.name, into: name }),
        action: { label: t("undo"), run: undo },
      });
    },
    onSettled: () => readAgain(client),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (into && !merge.isPending) merge.mutate(into);
  };
  return (
    <Dialog title={t("objective.mergeOf", { name: from.name })} closeLabel={t("close")} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <Field label={t("objective.into")}>
            {({ id }) => (
              <SearchChoice
                id={id}
                options={others.map((objective) => ({ value: objective.id, label: objective.name }))}
                onChange={setChosen}
                placeholder={t("objective.find")}
                nothing={t("filter.nothing")}
              />
            )}
          </Field>
          {into && <Consequences from={from} into={into} />}
          {merge.error && (
            <p role="alert" className={styles.error}>
              {merge.error.message}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" kind="primary" disabled={!into || merge.isPending}>
            {t("objective.mergeRun", { count: from.programs })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** What a merge does, with counts. */
function Consequences({ from, into }: { from: portfolio.ObjectiveRow; into: portfolio.ObjectiveRow }) {
  const { t } = useTranslation();
  const both = useQuery(servingCountQuery([from.name, into.name])).data;
  return (
    <ul className={styles.consequences} aria-live="polite">
      <li>{t("objective.willServe", { count: from.programs, from: from.name, into: into.name })}</li>
      {both !== undefined && both > 0 && (
        <li>{t("objective.serveBoth", { count: both, into: into.name })}</li>
      )}
      <li>{t("objective.toTrash", { name: from.name })}</li>
    </ul>
  );
}
