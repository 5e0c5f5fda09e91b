import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PageFoot } from "../../ui/page";
import { statuses } from "../../vocabulary/values";
import { toQuery, type ProgramSearch } from "./address";
import { totalsQuery } from "./queries";
import { SaveState } from "./table/save-state";

const order = [...statuses, "none"] as const;

/** The foot of the program list: how many programs it has, by status. */
export function ProgramTotals({ search }: { search: ProgramSearch }) {
  const { t } = useTranslation();
  const totals = useQuery(totalsQuery(toQuery(search)));
  const groups = totals.data ?? [];
  const count = (status: string) =>
    groups.find((group) => group.value === (status === "none" ? "" : status))?.count ?? 0;
  const all = groups.reduce((sum, group) => sum + group.count, 0);
  const reported = groups.reduce((sum, group) => sum + group.reported, 0);
  const progress = groups.reduce((sum, group) => sum + (group.average ?? 0) * group.reported, 0) / reported;
  return (
    <PageFoot
      label={t("program.totals")}
      aside={
        <>
          {reported > 0 && (
            <p>
              {t("table.averageAll", { percent: Math.round(progress) })}
              {all > reported && t("table.unreported", { count: all - reported })}
            </p>
          )}
          <SaveState />
        </>
      }
    >
      {totals.data && <p>{t("program.count", { count: all })}</p>}
      {order
        .filter((status) => count(status) > 0)
        .map((status) => (
          <p key={status}>{t(`statusCount.${status}`, { count: count(status) })}</p>
        ))}
    </PageFoot>
  );
}
