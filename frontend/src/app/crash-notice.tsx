import { BugIcon } from "@phosphor-icons/react/dist/csr/Bug";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toAppError } from "../bridge/app-error";
import { crashes } from "../bridge/backend";
import { copyText } from "../bridge/clipboard";
import { Button, IconButton } from "../ui/button";
import { Dialog, DialogActions, DialogBody } from "../ui/dialog";
import { PlainText } from "../ui/plain-text";
import { toast, toastFailure } from "../ui/toasts";
import styles from "./crash-notice.module.css";

/**
 * Says across the window that the program crashed before; nothing where it did not. It is said until the person has looked
 * at the report, deleted it, or closed this.
 */
export function CrashNotice() {
  const { t } = useTranslation();
  const report = useQuery({ queryKey: ["crash"], queryFn: crashes.Untold, staleTime: Infinity }).data;
  const [open, setOpen] = useState(true);
  const [shown, setShown] = useState(false);
  const remove = useMutation({
    mutationFn: crashes.Delete,
    onSuccess: () => {
      setOpen(false);
      toast({ title: t("crash.deleted") });
    },
    onError: (error) => toastFailure(error.message),
  });
  const told = () => {
    crashes.Told().catch((error: unknown) => toastFailure(toAppError(error).message));
  };
  if (!report?.name || !open) return null;
  const { name, text } = report;
  const copy = () => {
    copyText(text).then(
      () => toast({ title: t("crash.copied") }),
      () => toastFailure(t("crash.notCopied")),
    );
  };
  return (
    <div role="region" aria-label={t("crash.title")} className={styles.notice}>
      <BugIcon size={16} aria-hidden />
      <p role="status" className={styles.text}>
        {t("crash.text")}
      </p>
      <Button
        onClick={() => {
          setShown(true);
          told();
        }}
      >
        {t("crash.show")}
      </Button>
      <Button disabled={remove.isPending} onClick={() => remove.mutate(name)}>
        {t("crash.delete")}
      </Button>
      <IconButton
        label={t("close")}
        onClick={() => {
          setOpen(false);
          told();
        }}
      >
        <XIcon size={14} />
      </IconButton>
      {shown && (
        <Dialog title={t("crash.title")} closeLabel={t("close")} onClose={() => setShown(false)} large>
          <DialogBody fills>
            <p>{t("crash.before")}</p>
            <PlainText label={t("crash.title")} text={text} />
          </DialogBody>
          <DialogActions>
            <Button disabled={remove.isPending} onClick={() => remove.mutate(name)}>
              {t("crash.delete")}
            </Button>
            <Button kind="primary" onClick={copy}>
              {t("crash.copy")}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  );
}
