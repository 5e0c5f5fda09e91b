import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { TrashIcon } from "@phosphor-icons/react/dist/csr/Trash";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reports } from "../../bridge/backend";
import type { report } from "../../bridge/model";
import { Button, IconButton } from "../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { toast, toastFailure } from "../../ui/toasts";
import { useDayWords } from "../../vocabulary/day";
import { reportsQuery } from "./queries";

/** Deletes the report that is open, and goes back to the list. */
export function DeleteReport({ head }: { head: report.Head }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <IconButton label={t("report.delete")} onClick={() => setAsking(true)}>
        <TrashIcon size={16} />
      </IconButton>
      {asking && (
        <DeleteReportDialog
          head={head}
          onDeleted={() => navigate({ to: "/reports" })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface DeleteReportDialogProps {
  head: report.Head;
  onDeleted?: () => Promise<void>;
  onClose: () => void;
}

/** Asks before a report is deleted: it cannot be brought back. */
export function DeleteReportDialog({ head, onDeleted, onClose }: DeleteReportDialogProps) {
  const { t } = useTranslation();
  const { day } = useDayWords();
  const client = useQueryClient();
  const name = t(`report.kind.${head.kind}`);
  const remove = useMutation({
    mutationFn: () => reports.Delete(head.id),
    onSuccess: async () => {
      onClose();
      toast({ title: t("report.deleted", { name }) });
      await onDeleted?.();
      await client.invalidateQueries({ queryKey: reportsQuery.queryKey, exact: true });
    },
    onError: (error) => toastFailure(error.message),
  });
  return (
    <Dialog title={t("report.deleteTitle")} closeLabel={t("close")} onClose={onClose}>
      <DialogBody>
        <p>{t("report.deleteText", { name, day: day(head.as_of) })}</p>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button kind="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {t("report.delete")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
