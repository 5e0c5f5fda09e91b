import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { files } from "../../bridge/backend";
import { readAgain } from "../../lib/read-again";
import { Button } from "../../ui/button";
import { Spinner } from "../../ui/spinner";
import { toast, toastFailure } from "../../ui/toasts";
import { useReadOnly } from "../../vocabulary/desk-day";
import { deskQuery } from "../../vocabulary/desk-query";
import { useUndo } from "../../vocabulary/use-undo";
import styles from "./sample-strip.module.css";

/** Says that the programs are the sample, and takes it away; nothing where they are not. */
export function SampleStrip() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const readOnly = useReadOnly();
  const { undo } = useUndo();
  const isSample = useQuery(deskQuery).data?.sample ?? false;
  // Not the callbacks of mutate: without the sample there is no list that could hear them.
  const remove = useMutation({
    mutationFn: () => files.RemoveSample(),
    onSuccess: () => toast({ title: t("sample.removed"), action: { label: t("undo"), run: undo } }),
    onError: (error) => toastFailure(error.message),
    onSettled: () => readAgain(client),
  });
  if (!isSample) return null;
  return (
    <div className={styles.strip}>
      <p>{t("sample.strip")}</p>
      {!readOnly && (
        <Button
          kind="quiet"
          className={styles.remove}
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {remove.isPending && <Spinner />}
          {remove.isPending ? t("sample.removing") : t("sample.remove")}
        </Button>
      )}
    </div>
  );
}
