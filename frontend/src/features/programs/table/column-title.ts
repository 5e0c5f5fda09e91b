import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** The columns of the table, as they are arranged before a person arranges them. */
export const columnIds = [
  "name",
  "status",
  "assessed",
  "pipeline_stage",
  "owner",
  "product_line",
  "team",
  "start_date",
  "launch_date",
  "progress",
  "open_risks",
  "next_milestone",
  "strategic_objectives",
  "last_update",
] as const;
export type ColumnId = (typeof columnIds)[number];

/** Names a column by its id. */
export function useColumnTitle(): (column: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (column) => {
      const id = columnIds.find((known) => known === column);
      if (id === undefined) return "";
      return id === "name" ? t("field.program") : t(`field.${id}`);
    },
    [t],
  );
}
