import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { portfolio } from "../../bridge/model";
import type { LookedAtList } from "../../vocabulary/looked-at";
import { openView, savedViewsQuery } from "../../vocabulary/saved-views";
import { isNarrowed, type ProgramSearch } from "./address";

/** The part of the programs that the list shows, and the view that it is; undefined where it shows all or none. */
export function useShownList(
  search: ProgramSearch,
  query: portfolio.Query,
  total: number,
): LookedAtList | undefined {
  const narrowed = isNarrowed(search) && total > 0;
  const views = useQuery({ ...savedViewsQuery, enabled: narrowed }).data;
  return useMemo(() => {
    if (!narrowed) return undefined;
    const { view, changed } = openView(views ?? [], search);
    return { query, count: total, ...(view && !changed && { view: view.name }) };
  }, [narrowed, views, search, query, total]);
}
