import { useTranslation } from "react-i18next";
import { portfolio } from "../bridge/model";
import { type FieldRef, useChangeWords } from "./change-words";
import { StatusChip } from "./status-chip";
import { statuses } from "./values";

interface ChangeValueProps {
  of: FieldRef;
  value: unknown;
}

/** A value before or after a change, as the rest of the window shows it; "Not reported" where there is none. */
export function ChangeValue({ of, value }: ChangeValueProps) {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (of.field === "status" && of.entity === portfolio.Entity.Program) {
    const status = statuses.find((known) => known === value);
    if (status || value === null) return <StatusChip status={status ?? null} />;
  }
  const empty = value === null || value === "" || value === undefined;
  return <>{empty ? t("notReported") : words.value(of, value)}</>;
}
