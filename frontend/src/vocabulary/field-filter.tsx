import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { programs } from "../bridge/backend";
import type { portfolio } from "../bridge/model";
import { dataKey } from "../lib/query-keys";
import { FilterPicker } from "../ui/filter-picker";

interface FieldFilterProps {
  label: string;
  field: portfolio.Field;
  /** What the list asks for; its own condition on the field does not narrow what can be chosen. */
  query: portfolio.Query;
  chosen: string[];
  /** Writes a value in the language of the window; as it is where absent. */
  word?: (value: string) => string;
  onChange: (chosen: string[]) => void;
}

/** A filter of a register: the values of a field that occur, with how many records have each. */
export function FieldFilter({ label, field, query, chosen, word, onChange }: FieldFilterProps) {
  const { t } = useTranslation();
  const others = { ...query, where: query.where.filter((condition) => condition.field !== field) };
  const groups = useQuery(groupsQuery(others, field)).data ?? [];
  const counts = new Map(groups.map((group) => [group.value, group.count]));
  // A chosen value stays in the list even where the other filters leave none of it.
  const values = [...counts.keys(), ...chosen.filter((value) => !counts.has(value))];
  const wordOf = (value: string) => (value === "" ? t("notReported") : (word?.(value) ?? value));
  return (
    <FilterPicker
      label={label}
      summary={
        chosen.length > 2 ? t("filter.several", { count: chosen.length }) : chosen.map(wordOf).join(", ")
      }
      options={values.map((value) => ({ value, label: wordOf(value), count: counts.get(value) ?? 0 }))}
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

/** How many of the records that a query finds have each value of a field. */
function groupsQuery(query: portfolio.Query, field: portfolio.Field) {
  return queryOptions({
    queryKey: [dataKey, "groups", query, field],
    queryFn: () => programs.Groups(query, field),
    placeholderData: keepPreviousData,
  });
}
