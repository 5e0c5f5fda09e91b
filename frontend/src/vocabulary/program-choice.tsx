import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Field } from "../ui/field";
import { SearchChoice } from "../ui/search-choice";
import { programNamesQuery } from "./program-names";

/** A field that picks the program to which a new record belongs. */
export function ProgramChoice({ onChange }: { onChange: (programId: string | undefined) => void }) {
  const { t } = useTranslation();
  const names = useQuery(programNamesQuery).data ?? [];
  return (
    <Field label={t("field.program")}>
      {({ id }) => (
        <SearchChoice
          id={id}
          options={names.map((program) => ({ value: program.id, label: program.name }))}
          onChange={onChange}
          placeholder={t("dependency.find")}
          nothing={t("filter.nothing")}
        />
      )}
    </Field>
  );
}
