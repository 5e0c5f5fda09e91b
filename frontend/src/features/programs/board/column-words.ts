import { useTranslation } from "react-i18next";
import { stages, statuses } from "../../../vocabulary/values";
import type { BoardField } from "../address";

/** Names a column: the word of the vocabulary, or the value as people wrote it. */
export function useColumnWords(by: BoardField): (value: string) => string {
  const { t } = useTranslation();
  return (value) => {
    if (value === "") return t("notReported");
    const stage = by === "pipeline_stage" ? stages.find((known) => known === value) : undefined;
    const status = by === "status" ? statuses.find((known) => known === value) : undefined;
    if (stage) return t(`stage.${stage}`);
    return status ? t(`status.${status}`) : value;
  };
}
