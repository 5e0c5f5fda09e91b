import { DiamondIcon } from "@phosphor-icons/react/dist/csr/Diamond";
import { ListIcon } from "@phosphor-icons/react/dist/csr/List";
import { TargetIcon } from "@phosphor-icons/react/dist/csr/Target";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { programs } from "../bridge/backend";
import { readUntil } from "../bridge/give-up";
import { portfolio } from "../bridge/model";
import { dataKey } from "../lib/query-keys";
import type { PaletteEntry } from "../ui/palette";

/** How many records of each kind are listed. */
const listed = 6;

/** The records that a text finds. */
function foundQuery(text: string) {
  return queryOptions({
    queryKey: [dataKey, "found", text],
    queryFn: ({ signal }) => readUntil(signal, (ticket) => programs.Find(text, listed, ticket)),
    enabled: text !== "",
    retry: false,
    placeholderData: keepPreviousData,
  });
}

const icons: Partial<Record<portfolio.Entity, ReactNode>> = {
  [portfolio.Entity.Program]: <ListIcon size={16} />,
  [portfolio.Entity.Risk]: <WarningIcon size={16} />,
  [portfolio.Entity.Milestone]: <DiamondIcon size={16} />,
  [portfolio.Entity.Objective]: <TargetIcon size={16} />,
};

/**
 * The records that a text finds. Until they are there, those of the text before stay as far as their names fit, so that
 * Enter never opens what was not asked for.
 */
export function usePaletteRecords(text: string, fits: (name: string) => boolean) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const found = useQuery(foundQuery(text));
  const { Entity } = portfolio;
  const open = ({ entity, id, program_id }: portfolio.Found) => {
    if (entity === Entity.Objective) return navigate({ to: "/objectives", search: { record: id } });
    const record = entity === Entity.Program ? {} : { record: id };
    return navigate({ to: "/program/$id", params: { id: program_id }, search: record });
  };
  const rows = (found.data ?? []).filter(({ name }) => !found.isPlaceholderData || fits(name));
  const records = rows.map((row): PaletteEntry => ({
    id: `${row.entity} ${row.id}`,
    label: row.name,
    hint: [t(`entity.${row.entity}`), row.program_name].filter((part) => part !== "").join(" · "),
    icon: icons[row.entity],
    run: () => void open(row),
  }));
  return { records, searching: text !== "" && (found.isPending || found.isPlaceholderData) };
}
