import { useTranslation } from "react-i18next";
import type { portfolio } from "../bridge/model";
import { FixedFilter } from "../ui/fixed-filter";
import { filterFields, filterWord, parseProgramFilter } from "./program-filter";

interface PresetChipProps {
  preset: portfolio.Preset | undefined;
  onRemove: () => void;
}

/** Says that a list is narrowed to a group that has a name; nothing where it is not. */
export function PresetChip({ preset, onRemove }: PresetChipProps) {
  const { t } = useTranslation();
  if (preset === undefined) return null;
  const summary = t(`preset.${preset}`);
  return (
    <FixedFilter
      label={t("filter.show")}
      summary={summary}
      removeLabel={t("filter.remove", { field: summary })}
      onRemove={onRemove}
    />
  );
}

interface ProgramScopeChipProps {
  /** The programs, as writeProgramFilter writes them. */
  of: string | undefined;
  onRemove: () => void;
}

/** Says of which programs a list of risks or milestones is; nothing where it is of all. */
export function ProgramScopeChip({ of, onRemove }: ProgramScopeChipProps) {
  const { t } = useTranslation();
  const filter = parseProgramFilter(of);
  const parts = filterFields.flatMap((field) => {
    const values = filter[field];
    if (!values) return [];
    return [`${t(`field.${field}`)} ${values.map((value) => filterWord(t, field, value)).join(", ")}`];
  });
  if (parts.length === 0) return null;
  return (
    <FixedFilter
      label={t("page.programs")}
      summary={parts.join(" · ")}
      removeLabel={t("filter.remove", { field: t("page.programs") })}
      onRemove={onRemove}
    />
  );
}
