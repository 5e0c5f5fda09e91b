import { TrashIcon } from "@phosphor-icons/react/dist/csr/Trash";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../../ui/button";
import styles from "./bulk-bar.module.css";
import { BulkDialog } from "./bulk-dialog";
import type { BulkField } from "./program-edits";
import { useDeleteSelected } from "./use-delete-selected";

/** The fields that are changed of many programs at once. */
const bulkFields: readonly BulkField[] = [
  "status",
  "pipeline_stage",
  "owner",
  "team",
  "product_line",
  "launch_date",
];

interface BulkBarProps {
  ids: ReadonlySet<string>;
  onClear: () => void;
  readOnly: boolean;
}

/** Says how many programs are selected, and what can be done with all of them. */
export function BulkBar({ ids, onClear, readOnly }: BulkBarProps) {
  const { t } = useTranslation();
  const [field, setField] = useState<BulkField>();
  const remove = useDeleteSelected(ids, onClear);
  return (
    <section aria-label={t("table.selection")} className={styles.bar}>
      <p role="status" className={styles.count}>
        {t("table.selected", { count: ids.size })}
      </p>
      {!readOnly &&
        bulkFields.map((each) => (
          <Button
            key={each}
            aria-label={t("table.bulk", { field: t(`field.${each}`) })}
            onClick={() => setField(each)}
          >
            {t(`field.${each}`)}
          </Button>
        ))}
      {!readOnly && (
        <IconButton label={t("table.delete")} disabled={remove.isPending} onClick={() => remove.mutate()}>
          <TrashIcon size={16} />
        </IconButton>
      )}
      <Button kind="quiet" className={styles.clear} onClick={onClear}>
        {t("table.clearSelection")}
      </Button>
      {field && <BulkDialog ids={ids} field={field} onClose={() => setField(undefined)} />}
    </section>
  );
}
