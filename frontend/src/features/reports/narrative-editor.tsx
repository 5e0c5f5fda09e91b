import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { reports } from "../../bridge/backend";
import { isCancelled } from "../../bridge/app-error";
import { useReadWhileShown } from "../../bridge/give-up";
import type { report } from "../../bridge/model";
import { isPressed } from "../../lib/shortcuts";
import { Button } from "../../ui/button";
import { Field, TextArea } from "../../ui/field";
import { toastFailure } from "../../ui/toasts";
import styles from "./narrative-editor.module.css";
import { reportQuery } from "./queries";

interface NarrativeEditorProps {
  kept: report.Kept;
  onClose: () => void;
}

/** Writes or edits the text at the top of the first sheet, in its place. */
export function NarrativeEditor({ kept, onClose }: NarrativeEditorProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState(kept.narrative);
  const save = useMutation({
    mutationFn: () => reports.SetNarrative(kept.id, text.trim()),
    onSuccess: () => {
      client.setQueryData(reportQuery(kept.id).queryKey, { ...kept, narrative: text.trim() });
      onClose();
    },
    onError: (error) => toastFailure(error.message),
  });
  const reading = useReadWhileShown();
  const draft = useMutation({
    mutationFn: () => reading((ticket) => reports.DraftNarrative(kept.id, "", ticket)),
    onSuccess: (drafted) => setText(drafted.text),
    onError: (error) => {
      if (!isCancelled(error)) toastFailure(error.message);
    },
  });
  const unbound = draft.data?.claims.filter(({ bound }) => !bound) ?? [];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
    } else if (event.ctrlKey || event.metaKey) {
      if (!isPressed("send", event)) return;
      event.preventDefault();
      save.mutate();
    }
  };
  return (
    <form
      className={styles.editor}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Field label={t("report.narrative")} hint={t("report.narrativeHint")}>
        {(ids) => (
          <TextArea
            {...ids}
            autoFocus
            rows={9}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <div role="status" className={styles.said}>
          {draft.isPending && <p>{t("report.drafting")}</p>}
          {draft.data && <p>{t("report.draftedBy", { engine: draft.data.engine })}</p>}
          {unbound.length > 0 && (
            <p className={styles.unbound}>
              {t("report.notFound", { claims: unbound.map((claim) => claim.value).join(", ") })}
            </p>
          )}
        </div>
        <Button disabled={draft.isPending} onClick={() => draft.mutate()}>
          {t("report.draftNarrative")}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button kind="primary" type="submit" disabled={save.isPending}>
          {t("report.saveNarrative")}
        </Button>
      </div>
    </form>
  );
}
