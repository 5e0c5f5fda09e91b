import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { IconButton } from "../../ui/button";
import { RecordItem, RecordList } from "../../ui/record-list";
import { Section, SectionNote } from "../../ui/section";
import { useReadOnly } from "../../vocabulary/desk-day";
import { Level } from "../../vocabulary/severity";
import { levels } from "../../vocabulary/values";
import { isOpen } from "./address";
import { blankRisk } from "./queries";
import { RiskDialog } from "./risk-dialog";

/** Open before closed, and the more severe first; those of one severity keep their order. */
function byUrgency(a: portfolio.Risk, b: portfolio.Risk): number {
  const rank = (risk: portfolio.Risk) =>
    (isOpen(risk) ? 0 : 10) + (risk.severity ? levels.indexOf(risk.severity) : levels.length);
  return rank(a) - rank(b);
}

/** The risks of one program. */
export function ProgramRisks({ program }: { program: portfolio.Program }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const [editing, setEditing] = useState<portfolio.Risk>();
  return (
    <Section
      title={t("page.risks")}
      aside={t("risk.openCount", { count: program.risks.filter(isOpen).length })}
      action={
        !readOnly && (
          <IconButton label={t("risk.add")} onClick={() => setEditing(blankRisk(program.id))}>
            <PlusIcon size={14} />
          </IconButton>
        )
      }
    >
      {program.risks.length === 0 ? (
        <SectionNote>{t("risk.noneHere")}</SectionNote>
      ) : (
        <RecordList>
          {program.risks.toSorted(byUrgency).map((risk) => (
            <RecordItem
              key={risk.id}
              id={risk.id}
              title={risk.title}
              editLabel={t(readOnly ? "show" : "edit", { name: risk.title })}
              onEdit={() => setEditing(risk)}
              aside={<Level level={risk.severity} />}
            >
              <span>{t(`riskStatus.${risk.status}`)}</span>
              {risk.owner && <span>{risk.owner}</span>}
              {isOpen(risk) && risk.mitigation === "" && <span>{t("risk.noMitigation")}</span>}
            </RecordItem>
          ))}
        </RecordList>
      )}
      {editing && <RiskDialog risk={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  );
}
