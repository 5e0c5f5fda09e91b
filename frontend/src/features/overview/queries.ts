import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { overview } from "../../bridge/backend";
import { dataKey } from "../../lib/query-keys";
import { filterOf, programConditions, type ProgramFilter } from "../../vocabulary/program-filter";
import type { Grouping } from "./address";

/** The state of the programs of a filter, with their statuses by a field. */
export function overviewQuery(filter: ProgramFilter, by: Grouping) {
  const where = programConditions(filter);
  return queryOptions({
    queryKey: [dataKey, "overview", where, by],
    queryFn: () => overview.Get(where, filterOf[by]),
    placeholderData: keepPreviousData,
  });
}
