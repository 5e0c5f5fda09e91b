import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { FieldFilter } from "../../vocabulary/field-filter";
import { levels, riskStatuses } from "../../vocabulary/values";
import { filterOf, riskFilters, type RiskFilter, type RiskSearch } from "./address";

interface RiskFiltersProps {
  search: RiskSearch;
  query: portfolio.Query;
  onChange: (filter: RiskFilter, values: string[]) => void;
}

/** The filter chips of the register. */
export function RiskFilters({ search, query, onChange }: RiskFiltersProps) {
  const { t } = useTranslation();
  const level = (value: string) => {
    const known = levels.find((word) => word === value);
    return known ? t(`level.${known}`) : value;
  };
  const status = (value: string) => {
    const known = riskStatuses.find((word: string) => word === value);
    return known ? t(`riskStatus.${known}`) : value;
  };
  const asWritten = (value: string) => value;
  const words: Record<RiskFilter, (value: string) => string> = {
    severity: level,
    likelihood: level,
    status,
    owner: asWritten,
    product_line: asWritten,
  };
  return riskFilters.map((filter) => (
    <FieldFilter
      key={filter}
      label={t(`field.${filter}`)}
      field={filterOf[filter]}
      query={query}
      chosen={search[filter] ?? []}
      word={words[filter]}
      onChange={(values) => onChange(filter, values)}
    />
  ));
}
