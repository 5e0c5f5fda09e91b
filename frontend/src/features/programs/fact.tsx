import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fieldPlace } from "../../vocabulary/health-reasons";
import { useProgramEditing, type EditedField } from "./program-editing";
import styles from "./program-facts.module.css";
import { SaveMark } from "./save-state";

interface FactProps {
  /** The field, where it is one that can be edited. */
  field: EditedField | "last_update" | "external_id";
  children: ReactNode;
}

/** A field of a program: its name, its value, and how far the last edit of it is. */
export function Fact({ field, children }: FactProps) {
  const { t } = useTranslation();
  const { saves } = useProgramEditing();
  const save = field in saves ? saves[field as EditedField] : undefined;
  return (
    <div className={styles.fact} data-record={fieldPlace(field)} tabIndex={-1}>
      <dt>
        {t(`field.${field}`)}
        <SaveMark save={save} />
      </dt>
      <dd>
        {children}
        {save?.state === "failed" && <p className={styles.failed}>{save.reason}</p>}
      </dd>
    </div>
  );
}
