import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FilterRow } from "../../ui/filter-row";
import { filterWord } from "../../vocabulary/program-filter";
import { ValueFilter } from "../../vocabulary/value-filter";
import { filterFields, filterOf, toQuery, type FilterField, type ProgramSearch } from "./address";
import { facetsQuery } from "./queries";

interface ProgramFiltersProps {
  search: ProgramSearch;
  onChange: (field: FilterField, values: string[]) => void;
  /** The fields whose chips stay on a narrow page that has more in its bar; all where absent. */
  first?: readonly FilterField[];
}

/** The filter chips of the program list. */
export function ProgramFilters({ search, onChange, first = filterFields }: ProgramFiltersProps) {
  const { t } = useTranslation();
  const facets = useQuery(facetsQuery(toQuery(search)));
  const filters = filterFields.map((field) => {
    const chosen = search[field] ?? [];
    return {
      key: field,
      first: first.includes(field) || chosen.length > 0,
      chip: (
        <ValueFilter
          label={t(`field.${field}`)}
          groups={facets.data?.find((facet) => facet.field === filterOf[field])?.groups ?? []}
          chosen={chosen}
          word={(value) => filterWord(t, field, value)}
          onChange={(next) => onChange(field, next)}
        />
      ),
    };
  });
  return <FilterRow filters={filters} words={{ more: t("filter.more"), fewer: t("filter.fewer") }} />;
}
