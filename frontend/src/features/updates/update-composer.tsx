import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { programs } from "../../bridge/backend";
import type { portfolio, Status } from "../../bridge/model";
import { readDay } from "../../lib/dates";
import { readPercent } from "../../lib/percent";
import { hasCommandKey } from "../../lib/platform";
import { readAgain } from "../../lib/read-again";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Field, TextArea, TextInput } from "../../ui/field";
import { FieldRow } from "../../ui/field-row";
import { StatusChip } from "../../vocabulary/status-chip";
import { statuses } from "../../vocabulary/values";
import { DigestFacts } from "./digest-facts";
import { updateText, useDigestLines } from "./digest-lines";
import { freshDraft, keepDraft, readDraft, type UpdateDraft } from "./draft";
import { digestQuery } from "./queries";
import styles from "./update-composer.module.css";

interface UpdateComposerProps {
  program: portfolio.Program;
  /** What was written stays as a draft. */
  onClose: () => void;
}

/** How many lines the text shows before it scrolls. */
const leastRows = 3;
const mostRows = 14;

/** Writes a status update. It begins with what happened since the last one, and declares what its fields say. */
export function UpdateComposer({ program, onClose }: UpdateComposerProps) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const digest = useQuery(digestQuery(program.id)).data;
  const lines = useDigestLines(digest);
  const [draft, setDraft] = useState(() => readDraft(program.id) ?? freshDraft(program, i18n.language));
  const [begun, setBegun] = useState(() => readDraft(program.id) !== undefined);
  const leftOut = draft.leftOut === "all" ? lines.map(({ key }) => key) : draft.leftOut;
  const change = (fields: Partial<UpdateDraft>) => {
    const next = { ...draft, ...fields };
    setDraft(next);
    setBegun(true);
    keepDraft(program.id, next);
  };
  const discard = () => {
    keepDraft(program.id, undefined);
    onClose();
  };

  const text = updateText(
    t,
    draft.text,
    lines.filter(({ key }) => !leftOut.includes(key)),
    draft.asks,
  );
  const date = readDay(draft.date);
  const progress = readPercent(draft.progress);
  const launch = readDay(draft.launch);
  const whole = text !== "" && date && progress !== undefined && launch !== undefined;
  const post = useMutation({
    mutationFn: (update: portfolio.StatusUpdate) => programs.PostUpdate(update),
    onSuccess: discard,
    onSettled: () => readAgain(client),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!whole || post.isPending) return;
    post.mutate({
      id: "",
      program_id: program.id,
      date,
      author: draft.author.trim(),
      text,
      status: draft.status === "" ? null : draft.status,
      progress,
      launch_date: launch,
      created_at: 0,
      updated_at: 0,
      revision: 0,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && hasCommandKey(event)) submit(event);
  };

  const line = (field: "progress" | "launch" | "date" | "author", label: string, error?: string) => (
    <Field label={label} error={error}>
      {(ids) => (
        <TextInput
          {...ids}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className={styles.composer} onSubmit={submit} onKeyDown={onKeyDown}>
      <Field label={t("update.text")}>
        {(ids) => (
          <TextArea
            {...ids}
            autoFocus
            rows={Math.min(mostRows, Math.max(leastRows, draft.text.split("\n").length))}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      {digest && (
        <DigestFacts
          digest={digest}
          lines={lines}
          leftOut={leftOut}
          onLeaveOut={(keys) => change({ leftOut: keys })}
        />
      )}
      <Field label={t("update.asks")}>
        {(ids) => (
          <TextInput {...ids} value={draft.asks} onChange={(event) => change({ asks: event.target.value })} />
        )}
      </Field>
      <FieldRow>
        <Field label={t("field.status")}>
          {({ id }) => (
            <Choice<Status | "">
              id={id}
              label={t("field.status")}
              value={draft.status}
              options={[...statuses, "" as const].map((value) => ({
                value,
                label: value === "" ? t("update.declaresNothing") : t(`status.${value}`),
                view: value === "" ? undefined : <StatusChip status={value} />,
              }))}
              onChange={(status) => change({ status })}
            />
          )}
        </Field>
        {line("progress", t("field.progress"), progress === undefined ? t("progress.invalid") : undefined)}
        {line("launch", t("field.launch_date"), launch === undefined ? t("day.invalid") : undefined)}
        {line("date", t("update.date"), date ? undefined : t("day.invalid"))}
        {line("author", t("update.author"))}
      </FieldRow>
      <div className={styles.actions}>
        {post.error && (
          <p role="alert" className={styles.error}>
            {post.error.message}
          </p>
        )}
        {begun && (
          <Button kind="quiet" onClick={discard}>
            {t("update.discard")}
          </Button>
        )}
        <Button onClick={onClose}>{t(begun ? "update.later" : "cancel")}</Button>
        <Button
          type="submit"
          kind="primary"
          disabled={!whole || post.isPending}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {t("update.post")}
        </Button>
      </div>
    </form>
  );
}
