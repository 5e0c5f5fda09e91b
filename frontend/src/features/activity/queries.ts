import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { history } from "../../bridge/backend";
import { dataKey } from "../../lib/query-keys";
import { everyChange } from "../../vocabulary/every-change";

const pageSize = 50;

/** The change sets without their rows, newest first. */
export const activityQuery = infiniteQueryOptions({
  queryKey: [dataKey, "activity"],
  queryFn: ({ pageParam }) => history.Activity(everyChange, pageParam, pageSize),
  initialPageParam: 0,
  getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
});

/** One change set with its rows. */
export function changeSetQuery(id: number) {
  return queryOptions({
    queryKey: [dataKey, "change-set", id],
    queryFn: () => history.ChangeSet(id),
  });
}

/** What was deleted and can be restored, the last deleted first. */
export const trashQuery = queryOptions({
  queryKey: [dataKey, "trash"],
  queryFn: () => history.Trash(),
});
