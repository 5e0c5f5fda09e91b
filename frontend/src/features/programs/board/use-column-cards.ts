import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { portfolio } from "../../../bridge/model";
import { programListQuery } from "../queries";

/** The programs of a column as far as they are loaded, and the way to load more. */
export interface ColumnCards {
  rows: portfolio.ProgramRow[];
  error: Error | null;
  reading: boolean;
  hasMore: boolean;
  more: () => void;
  retry: () => void;
}

export function useColumnCards(query: portfolio.Query, enabled: boolean): ColumnCards {
  const list = useInfiniteQuery({ ...programListQuery(query), enabled });
  const { hasNextPage, isFetching, fetchNextPage, refetch } = list;
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  return { rows, error: list.error, reading: isFetching, hasMore: hasNextPage, more, retry };
}
