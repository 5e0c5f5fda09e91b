import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { views } from "../bridge/backend";
import type { portfolio } from "../bridge/model";
import { parseSearch, stringifySearch, type RawSearch } from "../lib/search-params";

/** The lists that the person kept. They are no portfolio data: what is written to the portfolio leaves them alone. */
export const savedViewsQuery = queryOptions({
  queryKey: ["savedViews"],
  queryFn: () => views.List(),
});

/** The key of the address that names the view that was opened, so that a change of it can be told. */
const viewKey = "saved";

/** What the address holds where a view is open. */
export function viewSearch(view: portfolio.SavedView): RawSearch {
  return { ...parseSearch(view.address), [viewKey]: view.id };
}

/** The text of an address that a view keeps: all of it but which view is open, always in one order. */
export function addressOf(search: object): string {
  const sorted = Object.entries(search)
    .filter(([key]) => key !== viewKey)
    .map(([key, value]): [string, unknown] => [key, Array.isArray(value) ? value.map(String).sort() : value])
    .sort(([a], [b]) => a.localeCompare(b));
  return stringifySearch(Object.fromEntries(sorted)).replace(/^\?/, "");
}

/** The view that a list is, and whether the list differs from it by now. */
export function openView(
  views: portfolio.SavedView[],
  search: object & { saved?: string },
): { view: portfolio.SavedView; changed: boolean } | { view: undefined; changed: false } {
  const address = addressOf(search);
  const view =
    views.find(({ id }) => id === search.saved) ??
    views.find((other) => addressOf(viewSearch(other)) === address);
  return view ? { view, changed: addressOf(viewSearch(view)) !== address } : { view, changed: false };
}

/** Keeps a view, new or changed, or forgets one. */
export function useKeepView() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
  const save = useMutation({ mutationFn: (view: portfolio.SavedView) => views.Save(view), onSuccess });
  const remove = useMutation({ mutationFn: (view: portfolio.SavedView) => views.Delete(view.id), onSuccess });
  return { save, remove };
}
