import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { programs } from "../../bridge/backend";
import type { portfolio, Status } from "../../bridge/model";
import { today } from "../../lib/dates";
import { dataKey } from "../../lib/query-keys";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Field, TextArea, TextInput } from "../../ui/field";
import { FieldRow } from "../../ui/field-row";
import { DayField } from "../../vocabulary/day-field";
import { StatusChip } from "../../vocabulary/status-chip";
import { statuses } from "../../vocabulary/values";
import styles from "./status-updates.module.css";

interface UpdateComposerProps {
  program: portfolio.Program;
  onClose: () => void;
}

/** Writes a status update. It starts with the status that the program has, and declares what is chosen. */
export function UpdateComposer({ program, onClose }: UpdateComposerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [date, setDate] = useState<string | null | undefined>(today);
  const [author, setAuthor] = useState(program.owner);
  const [status, setStatus] = useState<Status | "">(program.status ?? "");
  const complete = text.trim() !== "" && date;

  const post = useMutation({
    mutationFn: (update: portfolio.StatusUpdate) => programs.PostUpdate(update),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: [dataKey] }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!complete || post.isPending) return;
    post.mutate({
      id: "",
      program_id: program.id,
      date,
      author: author.trim(),
      text: text.trim(),
      status: status === "" ? null : status,
      progress: null,
      launch_date: null,
      created_at: 0,
      updated_at: 0,
      revision: 0,
    });
  };

  return (
    <form className={styles.composer} onSubmit={submit}>
      <Field label={t("update.text")}>
        {(ids) => (
          <TextArea
            {...ids}
            autoFocus
            rows={4}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <FieldRow>
        <Field label={t("field.status")}>
          {({ id }) => (
            <Choice<Status | "">
              id={id}
              label={t("field.status")}
              value={status}
              options={[...statuses, "" as const].map((value) => ({
                value,
                label: value === "" ? t("update.declaresNothing") : t(`status.${value}`),
                view: value === "" ? undefined : <StatusChip status={value} />,
              }))}
              onChange={setStatus}
            />
          )}
        </Field>
        <DayField label={t("update.date")} initial={today()} required onChange={setDate} />
        <Field label={t("update.author")}>
          {(ids) => <TextInput {...ids} value={author} onChange={(event) => setAuthor(event.target.value)} />}
        </Field>
      </FieldRow>
      <div className={styles.actions}>
        {post.error && (
          <p role="alert" className={styles.error}>
            {post.error.message}
          </p>
        )}
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="submit" kind="primary" disabled={!complete || post.isPending}>
          {t("update.post")}
        </Button>
      </div>
    </form>
  );
}
