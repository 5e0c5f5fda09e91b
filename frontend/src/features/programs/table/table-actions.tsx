import { ColumnsIcon } from "@phosphor-icons/react/dist/csr/Columns";
import { StackIcon } from "@phosphor-icons/react/dist/csr/Stack";
import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { PopoverButton } from "../../../ui/popover-button";
import type { ProgramSearch } from "../address";

const GroupMenu = lazy(async () => ({ default: (await import("./group-menu")).GroupMenu }));
const ColumnMenu = lazy(async () => ({ default: (await import("./column-menu")).ColumnMenu }));

interface TableActionsProps {
  search: ProgramSearch;
  change: (next: Record<string, string>) => void;
}

/** What can be chosen about the table as a whole: its groups and its columns. */
export function TableActions({ search, change }: TableActionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <PopoverButton
        icon={StackIcon}
        title={t("table.groupBy")}
        label={
          search.group ? `${t("table.group")}: ${t(`field.${search.group as "owner"}`)}` : t("table.group")
        }
      >
        <GroupMenu value={search.group} onChange={(group) => change({ group })} />
      </PopoverButton>
      <PopoverButton icon={ColumnsIcon} title={t("table.columns")} label={t("table.columns")}>
        <ColumnMenu />
      </PopoverButton>
    </>
  );
}
