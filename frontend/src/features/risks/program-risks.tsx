import { useMutation, useQueryClient } from "@tanstack/react-query";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { readAgain } from "../../lib/read-again";
import { IconButton } from "../../ui/button";
import { TextInput } from "../../ui/field";
import { Section, SectionNote } from "../../ui/section";
import { useReadOnly } from "../../vocabulary/desk-day";
import { levels } from "../../vocabulary/values";
import styles from "./program-risks.module.css";
import { blankRisk, riskStore } from "./queries";
import { RiskDialog } from "./risk-dialog";
import { isOpen } from "./risk-state";
import { RiskItem } from "./risk-item";

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
      {program.risks.length === 0 && <SectionNote>{t("risk.noneHere")}</SectionNote>}
      <ul className={styles.list}>
        {program.risks.toSorted(byUrgency).map((risk) => (
          <RiskItem key={risk.id} risk={risk} onEdit={() => setEditing(risk)} />
        ))}
      </ul>
      {!readOnly && <NewRisk programId={program.id} />}
      {editing && <RiskDialog risk={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  );
}

/** Adds one risk after the other: a title and Enter. What else is known of it is set in its row. */
function NewRisk({ programId }: { programId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [title, setTitle] = useState("");
  const add = useMutation({
    mutationFn: (risk: portfolio.Risk) => riskStore.save(risk),
    onSuccess: () => setTitle(""),
    onSettled: () => readAgain(client),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (title.trim() === "" || add.isPending) return;
    add.mutate({ ...blankRisk(programId), title: title.trim() });
  };
  return (
    <form className={styles.new} onSubmit={submit}>
      <TextInput
        aria-label={t("risk.newTitle")}
        placeholder={t("risk.newTitle")}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {add.error && (
        <p role="alert" className={styles.problem}>
          {add.error.message}
        </p>
      )}
    </form>
  );
}
