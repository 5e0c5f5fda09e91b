import { queryOptions } from "@tanstack/react-query";
import { reports } from "../../bridge/backend";
import { dataKey } from "../../lib/query-keys";

/** The kept reports, the newest first. Read again with the portfolio: the command line can keep one too. */
export const reportsQuery = queryOptions({
  queryKey: [dataKey, "reports"],
  queryFn: () => reports.List(),
});

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: [...reportsQuery.queryKey, id],
    queryFn: () => reports.Get(id),
  });
}
