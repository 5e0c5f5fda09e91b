import { useTranslation } from "react-i18next";
import { portfolio, type Level as Grade } from "../../bridge/model";
import { ValueMenu, type ValueMenuHandle, type ValueOption } from "../../ui/value-menu";
import { Level } from "../../vocabulary/severity";
import { useEditRecords } from "../../vocabulary/use-edit-records";
import { levels, riskStatuses } from "../../vocabulary/values";
import type { QuickEdit } from "./risk-columns";

/** The values of a quick edit; "" is not reported. */
type QuickValue = Grade | portfolio.RiskStatus | "";

/** Changes severity, likelihood or status of a risk where it stands in the list. */
export function QuickMenu({ handle }: { handle: ValueMenuHandle<QuickEdit> }) {
  const { t } = useTranslation();
  const edit = useEditRecords();
  const grades: ValueOption<QuickValue>[] = [...levels, "" as const].map((level) => ({
    value: level,
    label: level === "" ? t("notReported") : t(`level.${level}`),
    view: level === "" ? t("notReported") : <Level level={level} />,
  }));
  const statuses: ValueOption<QuickValue>[] = riskStatuses.map((status) => ({
    value: status,
    label: t(`riskStatus.${status}`),
  }));
  return (
    <ValueMenu<QuickEdit, QuickValue>
      handle={handle}
      of={({ risk, field }) => ({
        label: t(`field.${field}`),
        value: risk[field] ?? "",
        options: field === "status" ? statuses : grades,
        onChange: (value) =>
          edit({
            edits: [
              {
                entity: portfolio.Entity.Risk,
                id: risk.id,
                label: risk.title,
                programId: risk.program_id,
                before: { [field]: risk[field] },
                after: { [field]: value === "" ? null : value },
              },
            ],
          }),
      })}
    />
  );
}
