import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { history } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { formatInstant } from "../../lib/dates";
import { readAgain } from "../../lib/read-again";
import { Button } from "../../ui/button";
import { Failure, Notice } from "../../ui/notice";
import { toast, toastFailure } from "../../ui/toasts";
import { useReadOnly } from "../../vocabulary/desk-day";
import { useUndo } from "../../vocabulary/use-undo";
import { trashQuery } from "./queries";
import styles from "./trash.module.css";

/** What was deleted, the last first; each can be brought back with all that belonged to it. */
export function Trash() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useQuery(trashQuery);
  const { undo } = useUndo();
  const restore = useMutation({
    mutationFn: (deleted: portfolio.Deleted) => history.Restore(deleted),
    onSuccess: (_nothing, { label }) =>
      toast({ title: t("trash.restored", { name: label }), action: { label: t("undo"), run: undo } }),
    onError: (error) => toastFailure(error.message),
    onSettled: () => readAgain(client),
  });
  if (list.error) {
    return <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />;
  }
  if (list.data?.length === 0) return <Notice title={t("trash.none")} text={t("trash.noneText")} />;
  return (
    <ul aria-label={t("trash.tab")}>
      {list.data?.map((deleted) => (
        <DeletedEntry
          key={`${deleted.entity} ${deleted.id}`}
          deleted={deleted}
          busy={restore.isPending}
          onRestore={() => restore.mutate(deleted)}
        />
      ))}
    </ul>
  );
}

interface DeletedEntryProps {
  deleted: portfolio.Deleted;
  busy: boolean;
  onRestore: () => void;
}

function DeletedEntry({ deleted, busy, onRestore }: DeletedEntryProps) {
  const { t, i18n } = useTranslation();
  const readOnly = useReadOnly();
  const entity = t(`entity.${deleted.entity}`);
  const label = deleted.label || entity;
  return (
    <li className={styles.entry}>
      <span className={styles.label} title={label}>
        {label}
      </span>
      <span className={styles.what}>
        {entity}
        {deleted.program !== "" && ` ${t("trash.of", { program: deleted.program })}`}
        {deleted.count > 1 && ` ${t("trash.with", { count: deleted.count - 1 })}`}
      </span>
      <time className={styles.when} dateTime={new Date(deleted.deleted_at).toISOString()}>
        {formatInstant(deleted.deleted_at, i18n.language)}
      </time>
      {!readOnly && (
        <Button disabled={busy} aria-label={t("trash.restoreOf", { name: label })} onClick={onRestore}>
          {t("trash.restore")}
        </Button>
      )}
    </li>
  );
}
