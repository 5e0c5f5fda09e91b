import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { history } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";

const pageSize = 50;

/** The change sets that a filter asks for, without their rows, newest first. */
export function activityQuery(filter: portfolio.ActivityFilter) {
  return infiniteQueryOptions({
    queryKey: [dataKey, "activity", filter],
    queryFn: ({ pageParam }) => history.Activity(filter, pageParam, pageSize),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
    placeholderData: keepPreviousData,
  });
}

/** In what the portfolio differs before a day and at the end of another; "" is the end of the log. */
export function changesQuery(since: string, until: string) {
  return queryOptions({
    queryKey: [dataKey, "changes", since, until],
    queryFn: () => history.Changes(since, until),
  });
}

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
