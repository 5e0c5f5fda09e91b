import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { engines } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { enginesQuery } from "../../vocabulary/engine";
import styles from "./engine-dialog.module.css";

interface AgreementDialogProps {
  endpoint: portfolio.Endpoint;
  onClose: () => void;
}

/** Shows what leaves the computer when an engine on another one is asked, before anything does, and asks to agree. */
export function AgreementDialog({ endpoint, onClose }: AgreementDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const question = t("starter.attention");
  const preview = useQuery({
    queryKey: ["enginePreview", endpoint],
    queryFn: () => engines.Preview(endpoint.id, "", question, { program_id: "" }),
    gcTime: 0,
  });
  const agree = useMutation({
    mutationFn: () => engines.Agree(endpoint.id, endpoint.base_url, true),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: enginesQuery.queryKey }),
  });
  const failure = preview.error ?? agree.error;
  return (
    <Dialog
      title={t("engine.agreeTitle", { name: endpoint.name })}
      closeLabel={t("close")}
      wide
      onClose={onClose}
    >
      <DialogBody>
        <div className={styles.preview}>
          <p>{t("engine.leaves", { address: endpoint.base_url })}</p>
          <p>{t(endpoint.hide_owners ? "engine.ownersHidden" : "engine.ownersSent")}</p>
          <p className={styles.note}>{t("engine.previewOf", { question })}</p>
          {preview.data && (
            <pre className={styles.sent} tabIndex={0} role="region" aria-label={t("engine.sent")}>
              {preview.data.body}
            </pre>
          )}
          {failure && (
            <p role="alert" className={styles.failure}>
              {failure.message}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>{t("engine.notNow")}</Button>
        <Button kind="primary" disabled={!preview.data || agree.isPending} onClick={() => agree.mutate()}>
          {t("engine.agreeTo", { address: endpoint.base_url })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
