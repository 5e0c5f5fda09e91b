import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { readLicences } from "../../bridge/licences";
import { Dialog, DialogBody } from "../../ui/dialog";
import { Failure } from "../../ui/notice";
import { PlainText } from "../../ui/plain-text";
import { Spinner } from "../../ui/spinner";

/** The licences of everything in the program, as text. */
export function LicencesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const licences = useQuery({
    queryKey: ["licences"],
    queryFn: readLicences,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Dialog title={t("settings.licences")} closeLabel={t("close")} onClose={onClose} large>
      <DialogBody fills>
        <p>{t("settings.licencesText")}</p>
        {licences.isPending && <Spinner />}
        {licences.error && (
          <Failure
            error={new Error(t("settings.noLicences"))}
            retryLabel={t("retry")}
            onRetry={() => void licences.refetch()}
          />
        )}
        {licences.data !== undefined && <PlainText label={t("settings.licences")} text={licences.data} />}
      </DialogBody>
    </Dialog>
  );
}
