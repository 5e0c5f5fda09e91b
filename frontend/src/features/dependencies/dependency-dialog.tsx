import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Field, TextInput } from "../../ui/field";
import { SearchChoice } from "../../ui/search-choice";
import { Segments } from "../../ui/segments";
import { programNamesQuery } from "../../vocabulary/program-names";
import { RecordDialog } from "../../vocabulary/record-dialog";
import { useRecordForm } from "../../vocabulary/use-record-form";
import styles from "./program-dependencies.module.css";
import { dependencyStore } from "./queries";

interface DependencyDialogProps {
  /** The program on whose page the dialog was opened. */
  program: portfolio.Program;
  /** The dependency; id "" for one that is being added. */
  dependency: portfolio.Dependency;
  /** The name of the other program, "" while there is none. */
  otherName: string;
  onClose: () => void;
}

type Side = "waitsFor" | "holdsUp";

/** Joins a program with another one, or changes the note of what joins them. */
export function DependencyDialog({ program, dependency, otherName, onClose }: DependencyDialogProps) {
  const { t } = useTranslation();
  const names = useQuery(programNamesQuery).data ?? [];
  const [side, setSide] = useState<Side>(dependency.from === program.id ? "holdsUp" : "waitsFor");
  const [other, setOther] = useState<string>();
  const form = useRecordForm({
    store: dependencyStore(otherName),
    record: dependency,
    complete: (draft) => {
      const note = draft.note.trim();
      if (draft.id !== "") return { ...draft, note };
      if (other === undefined) return undefined;
      const [from, to] = side === "waitsFor" ? [other, program.id] : [program.id, other];
      return { ...draft, from, to, note };
    },
    onClose,
  });
  const options = names
    .filter(({ id }) => id !== program.id)
    .map(({ id, name }) => ({ value: id, label: name }));

  return (
    <RecordDialog record="dependency" form={form} onClose={onClose}>
      {form.fresh ? (
        <>
          <Segments<Side>
            label={t("dependency.direction")}
            value={side}
            options={(["waitsFor", "holdsUp"] as const).map((value) => ({
              value,
              label: t(`dependency.${value}`),
            }))}
            onChange={setSide}
          />
          <Field label={t("dependency.other")}>
            {({ id }) => (
              <SearchChoice
                id={id}
                options={options}
                onChange={setOther}
                placeholder={t("dependency.find")}
                nothing={t("filter.nothing")}
              />
            )}
          </Field>
        </>
      ) : (
        <p>
          <span className={styles.sideWord}>{t(`dependency.${side}`)}</span> {otherName}
        </p>
      )}
      <Field label={t("field.note")} hint={t("dependency.noteHint")}>
        {(ids) => (
          <TextInput
            {...ids}
            value={form.draft.note}
            onChange={(event) => form.change({ note: event.target.value })}
          />
        )}
      </Field>
    </RecordDialog>
  );
}
