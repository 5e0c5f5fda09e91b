import { useTranslation } from "react-i18next";
import { InlineEdit } from "../../ui/inline-edit";
import { useProgramEditing } from "./program-editing";

/** The name of a program in the heading of its page, edited where it stands. */
export function ProgramName() {
  const { t } = useTranslation();
  const { program, save, readOnly } = useProgramEditing();
  if (readOnly) return program.name;
  return (
    <InlineEdit
      label={t("field.name")}
      buttonLabel={program.name}
      value={program.name}
      emptyText={t("field.name")}
      onSave={(name) => save({ name: name.trim() })}
    />
  );
}
