import { useIsMutating, useMutationState } from "@tanstack/react-query";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import styles from "./save-state.module.css";

/** Says whether what was typed is saved; nothing where nothing was. */
export function SaveState() {
  const { t } = useTranslation();
  const saving = useIsMutating() > 0;
  const last = useMutationState({ select: ({ state }) => state.status }).at(-1);
  return (
    <p role="status" className={styles.state}>
      {saving && t("table.saving")}
      {!saving && last === "success" && (
        <>
          <CheckIcon size={12} aria-hidden />
          {t("table.saved")}
        </>
      )}
    </p>
  );
}
