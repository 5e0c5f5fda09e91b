import { useQuery } from "@tanstack/react-query";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { IconButton } from "../../ui/button";
import { Section, SectionNote } from "../../ui/section";
import { useReadOnly } from "../../vocabulary/desk-day";
import { DependencyDialog } from "./dependency-dialog";
import { DependencyEntry } from "./dependency-entry";
import styles from "./program-dependencies.module.css";
import { blankDependency, programsByIdQuery } from "./queries";

/** The two sides on which a program can stand, and where the other program is written. */
const sides = [
  { side: "waitsFor", other: "from", own: "to" },
  { side: "holdsUp", other: "to", own: "from" },
] as const;

/** The programs that a program waits for, and those that it holds up. */
export function ProgramDependencies({ detail }: { detail: portfolio.ProgramDetail }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { program, dependencies } = detail;
  const [editing, setEditing] = useState<portfolio.Dependency>();
  const ids = dependencies.map(({ from, to }) => (from === program.id ? to : from)).sort();
  const others = new Map(useQuery(programsByIdQuery(ids)).data?.map((other) => [other.id, other]));
  const nameOf = (dependency: portfolio.Dependency) =>
    others.get(dependency.from === program.id ? dependency.to : dependency.from)?.name ?? "";

  return (
    <Section
      title={t("dependency.title")}
      aside={dependencies.length > 0 && dependencies.length}
      action={
        !readOnly && (
          <IconButton label={t("dependency.add")} onClick={() => setEditing(blankDependency)}>
            <PlusIcon size={14} />
          </IconButton>
        )
      }
    >
      {dependencies.length === 0 && <SectionNote>{t("dependency.none")}</SectionNote>}
      {sides.map(({ side, other, own }) => {
        const here = dependencies.filter((dependency) => dependency[own] === program.id);
        return (
          here.length > 0 && (
            <div key={side} className={styles.side}>
              <h3>{t(`dependency.${side}`)}</h3>
              <ul aria-label={t(`dependency.${side}`)}>
                {here.map((dependency) => (
                  <DependencyEntry
                    key={dependency.id}
                    side={side}
                    dependency={dependency}
                    program={program}
                    other={others.get(dependency[other])}
                    onEdit={() => setEditing(dependency)}
                  />
                ))}
              </ul>
            </div>
          )
        );
      })}
      {editing && (
        <DependencyDialog
          program={program}
          dependency={editing}
          otherName={nameOf(editing)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  );
}
