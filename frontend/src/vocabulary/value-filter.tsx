import { useTranslation } from "react-i18next";
import type { portfolio } from "../bridge/model";
import { FilterPicker } from "../ui/filter-picker";

interface ValueFilterProps {
  label: string;
  /** The values that occur, with how many records have each. */
  groups: portfolio.Group[];
  chosen: string[];
  /** Writes a value in the language of the window. */
  word: (value: string) => string;
  onChange: (chosen: string[]) => void;
}

/** A filter by the values of a field. A chosen value stays in the list even where the other filters leave none of it. */
export function ValueFilter({ label, groups, chosen, word, onChange }: ValueFilterProps) {
  const { t } = useTranslation();
  const counts = new Map(groups.map((group) => [group.value, group.count]));
  const values = [...counts.keys(), ...chosen.filter((value) => !counts.has(value))];
  return (
    <FilterPicker
      label={label}
      summary={
        chosen.length > 2 ? t("filter.several", { count: chosen.length }) : chosen.map(word).join(", ")
      }
      options={values.map((value) => ({ value, label: word(value), count: counts.get(value) ?? 0 }))}
      chosen={chosen}
      onChange={onChange}
      words={{
        open: t("filter.open", { field: label }),
        find: t("filter.find", { field: label }),
        remove: t("filter.remove", { field: label }),
        nothing: t("filter.nothing"),
      }}
    />
  );
}
