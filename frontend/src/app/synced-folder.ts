import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { readStored, writeStored } from "../lib/stored";
import { toast } from "../ui/toasts";
import { deskQuery } from "../vocabulary/desk-query";

const warned = "synced-folder-warned";

/** Says once for a portfolio that its folder is copied to other computers. */
export function useSyncedFolder(): void {
  const navigate = useNavigate();
  const { t } = useTranslation();
  const state = useQuery(deskQuery).data;
  const [file, by] = [state?.file, state?.synced_by];
  useEffect(() => {
    if (!file || !by || readStored(warned) === file) return;
    writeStored(warned, file);
    toast({
      title: t("settings.syncedTitle", { by }),
      text: t("settings.syncedText"),
      action: { label: t("page.settings"), run: () => void navigate({ to: "/settings" }) },
    });
  }, [file, by, t, navigate]);
}
