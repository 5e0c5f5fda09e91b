import { useQuery } from "@tanstack/react-query";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/button";
import { Section, SectionNote } from "../../ui/section";
import { SuggestInput } from "../../ui/suggest-input";
import { useProgramEditing } from "./program-editing";
import styles from "./program-objectives.module.css";
import { objectiveNamesQuery } from "./queries";
import { SaveMark } from "./save-state";

/** The objectives that a program serves. One is added by its name: that of an existing one, or a new name. */
export function ProgramObjectives() {
  const { t } = useTranslation();
  const { program, save, saves, readOnly } = useProgramEditing();
  const [typed, setTyped] = useState<string>();
  const served = program.strategic_objectives;
  const others = (useQuery(objectiveNamesQuery).data ?? []).filter((name) => !served.includes(name));
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setTyped(undefined);
    requestAnimationFrame(() => add.current?.focus());
  };
  const serve = (text: string) => {
    const name = text.trim();
    if (name !== "" && !served.includes(name)) save({ strategic_objectives: [...served, name].sort() });
    close();
  };
  const state = saves.strategic_objectives;

  return (
    <Section
      title={t("page.objectives")}
      aside={
        <>
          {served.length > 0 && served.length}
          <SaveMark save={state} />
        </>
      }
      action={
        !readOnly && (
          <IconButton ref={add} label={t("program.addObjective")} onClick={() => setTyped("")}>
            <PlusIcon size={14} />
          </IconButton>
        )
      }
    >
      {served.length === 0 && typed === undefined && <SectionNote>{t("program.noObjectives")}</SectionNote>}
      <ul className={styles.objectives}>
        {served.map((name) => (
          <li key={name} className={styles.objective}>
            <span title={name}>{name}</span>
            {!readOnly && (
              <IconButton
                label={t("program.removeObjective", { name })}
                className={styles.remove}
                onClick={() => {
                  save({ strategic_objectives: served.filter((other) => other !== name) });
                  add.current?.focus();
                }}
              >
                <XIcon size={12} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {typed !== undefined && (
        <SuggestInput
          label={t("program.objectiveName")}
          placeholder={t("program.objectiveHint")}
          initial=""
          value={typed}
          suggestions={others}
          onChange={setTyped}
          onCommit={serve}
          onEscape={close}
          onBlur={() => setTyped(undefined)}
        />
      )}
      {state?.state === "failed" && <p className={styles.failed}>{state.reason}</p>}
    </Section>
  );
}
