import { queryOptions } from "@tanstack/react-query";
import { backups } from "../../bridge/backend";
import { dataKey } from "../../lib/query-keys";

/** The backups that there are. What is written may bring a new one. */
export const shelfQuery = queryOptions({
  queryKey: [dataKey, "backups"],
  queryFn: () => backups.List(),
});
