import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { programs } from "../bridge/backend";
import { readUntil } from "../bridge/give-up";
import type { portfolio } from "../bridge/model";
import { dataKey } from "../lib/query-keys";
import { ValueFilter } from "./value-filter";

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
  const wordOf = (value: string) => (value === "" ? t("notReported") : (word?.(value) ?? value));
  return <ValueFilter label={label} groups={groups} chosen={chosen} word={wordOf} onChange={onChange} />;
}

/** How many of the records that a query finds have each value of a field. */
function groupsQuery(query: portfolio.Query, field: portfolio.Field) {
  return queryOptions({
    queryKey: [dataKey, "groups", query, field],
    queryFn: ({ signal }) => readUntil(signal, (ticket) => programs.Groups(query, field, ticket)),
    placeholderData: keepPreviousData,
  });
}
