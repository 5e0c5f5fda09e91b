import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FilterRow, type FilterRoom } from "../../ui/filter-row";
import { filterWord } from "../../vocabulary/program-filter";
import { ValueFilter } from "../../vocabulary/value-filter";
import { filterFields, filterOf, toQuery, type FilterField, type ProgramSearch } from "./address";
import { facetsQuery } from "./queries";

interface ProgramFiltersProps {
  search: ProgramSearch;
  onChange: (field: FilterField, values: string[]) => void;
  /** The room that the chip of a field needs on a page that has more in its bar; any where absent. */
  room?: Partial<Record<FilterField, FilterRoom>>;
}

/** The filter chips of the program list. */
export function ProgramFilters({ search, onChange, room = {} }: ProgramFiltersProps) {
  const { t } = useTranslation();
  const facets = useQuery(facetsQuery(toQuery(search)));
  const filters = filterFields.map((field) => {
    const chosen = search[field] ?? [];
    return {
      key: field,
      room: chosen.length > 0 ? ("any" as const) : (room[field] ?? "any"),
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
