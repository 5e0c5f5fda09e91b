import { queryOptions } from "@tanstack/react-query";
import { programs } from "../bridge/backend";
import { portfolio } from "../bridge/model";
import { dataKey } from "../lib/query-keys";

/** Every program by name, for picking one. */
export const programNamesQuery = queryOptions({
  queryKey: [dataKey, "program-names"],
  queryFn: async () => {
    const all = await programs.Names();
    return all.filter(({ entity }) => entity === portfolio.Entity.Program);
  },
});
