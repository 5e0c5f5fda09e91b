import { useIsMutating, useMutationState } from "@tanstack/react-query";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import styles from "./save-state.module.css";

/** Whether a write came back with rows that were not written. */
function isRefused(result: unknown): boolean {
  const { refused = [] } = (result ?? {}) as Partial<portfolio.EditResult>;
  return refused.length > 0;
}

/**
 * Says whether what was typed is saved; nothing where nothing was. The words are a paragraph of their own: WebKitGTK
 * tells a screen reader nothing of bare text beside a picture.
 */
export function SaveState() {
  const { t } = useTranslation();
  const saving = useIsMutating() > 0;
  const saved = useMutationState({
    select: ({ state }) => state.status === "success" && !isRefused(state.data),
  }).at(-1);
  return (
    <div role="status" className={styles.state}>
      {saving && <p>{t("table.saving")}</p>}
      {!saving && saved && (
        <>
          <CheckIcon size={12} aria-hidden />
          <p>{t("table.saved")}</p>
        </>
      )}
    </div>
  );
}
