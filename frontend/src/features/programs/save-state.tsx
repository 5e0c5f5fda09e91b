import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Spinner } from "../../ui/spinner";
import { useChangeWords } from "../../vocabulary/change-words";
import { useProgramEditing, type FieldSave } from "./program-editing";
import styles from "./save-state.module.css";

const icons: Record<FieldSave["state"], React.ReactNode> = {
  saving: <Spinner />,
  saved: <CheckIcon size={12} aria-hidden />,
  failed: <WarningIcon size={12} weight="fill" aria-hidden />,
};

/** The mark beside the name of a field: being saved, saved, or not saved. */
export function SaveMark({ save }: { save: FieldSave | undefined }) {
  return save && <span className={clsx(styles.mark, styles[save.state])}>{icons[save.state]}</span>;
}

/** What the page says of its edits as a whole; said once more to screen readers when it changes. */
export function SaveState() {
  const { t } = useTranslation();
  const words = useChangeWords();
  const { saves } = useProgramEditing();
  const all = Object.entries(saves);
  const failed = all.find(([, { state }]) => state === "failed");
  const saving = all.some(([, { state }]) => state === "saving");
  const state = saving ? "saving" : failed ? "failed" : all.length > 0 ? "saved" : undefined;
  const reason = failed?.[1].state === "failed" ? failed[1].reason : "";
  return (
    <div role="status" aria-label={t("save.label")} className={clsx(styles.state, state && styles[state])}>
      {state && icons[state]}
      {state && (
        <p title={reason}>
          {state === "failed"
            ? t("save.failed", { field: words.field(failed?.[0] ?? ""), reason })
            : t(`save.${state}`)}
        </p>
      )}
    </div>
  );
}
