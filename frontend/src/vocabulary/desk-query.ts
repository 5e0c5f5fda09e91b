import { queryOptions } from "@tanstack/react-query";
import { desk } from "../bridge/backend";
import { dataKey } from "../lib/query-keys";

/** The state of the program itself: whether it is ready, where its data is, what it holds. */
export const deskQuery = queryOptions({
  queryKey: [dataKey, "desk"],
  queryFn: () => desk.State(),
});
