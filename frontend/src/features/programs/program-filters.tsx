import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FilterPicker } from "../../ui/filter-picker";
import { filterWord } from "../../vocabulary/program-filter";
import { filterFields, filterOf, toQuery, type FilterField, type ProgramSearch } from "./address";
import { facetsQuery } from "./queries";

interface ProgramFiltersProps {
  search: ProgramSearch;
  onChange: (field: FilterField, values: string[]) => void;
}

/** The filter chips of the program list. */
export function ProgramFilters({ search, onChange }: ProgramFiltersProps) {
  const { t } = useTranslation();
  const facets = useQuery(facetsQuery(toQuery(search)));
  return filterFields.map((field) => {
    const chosen = search[field] ?? [];
    const groups = facets.data?.find((facet) => facet.field === filterOf[field])?.groups ?? [];
    const counts = new Map(groups.map((group) => [group.value, group.count]));
    // A chosen value stays in the list even where the other filters leave none of it.
    const values = [...counts.keys(), ...chosen.filter((value) => !counts.has(value))];
    const label = t(`field.${field}`);
    const word = (value: string) => filterWord(t, field, value);
    return (
      <FilterPicker
        key={field}
        label={label}
        summary={
          chosen.length > 2 ? t("filter.several", { count: chosen.length }) : chosen.map(word).join(", ")
        }
        options={values.map((value) => ({ value, label: word(value), count: counts.get(value) ?? 0 }))}
        chosen={chosen}
        onChange={(next) => onChange(field, next)}
        words={{
          open: t("filter.open", { field: label }),
          find: t("filter.find", { field: label }),
          remove: t("filter.remove", { field: label }),
          nothing: t("filter.nothing"),
        }}
      />
    );
  });
}
