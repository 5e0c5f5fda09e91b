import { useState } from "react";
import { useTranslation } from "react-i18next";
import { later } from "../../lib/later";
import { Button } from "../../ui/button";
import { Row } from "./settings-group";

const LicencesDialog = later(async () => (await import("./licences-dialog")).LicencesDialog);

/** Leads to the licences of what the program contains. */
export function LicencesRow() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Row label={t("settings.licences")}>
      <Button onClick={() => setOpen(true)}>{t("settings.showLicences")}</Button>
      {open && <LicencesDialog onClose={() => setOpen(false)} />}
    </Row>
  );
}
