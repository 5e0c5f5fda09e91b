import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { files } from "../../bridge/backend";
import { readAgain } from "../../lib/read-again";
import { Button } from "../../ui/button";
import { Spinner } from "../../ui/spinner";
import { toastFailure } from "../../ui/toasts";
import styles from "./first-run.module.css";
import { loadSampleKey } from "./queries";

/** Fills the empty portfolio with the sample. */
export function LoadSample() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const load = useMutation({
    mutationKey: loadSampleKey,
    mutationFn: () => files.LoadSample(),
    onError: (error) => toastFailure(error.message),
    // Not awaited: the page with this button goes when the programs come.
    onSettled: () => void readAgain(client),
  });
  return (
    <Button kind="quiet" className={styles.start} disabled={load.isPending} onClick={() => load.mutate()}>
      {load.isPending && <Spinner />}
      {load.isPending ? t("firstRun.sampleRunning") : t("firstRun.sample")}
    </Button>
  );
}
