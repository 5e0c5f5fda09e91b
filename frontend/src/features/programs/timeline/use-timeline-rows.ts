import { useInfiniteQuery, useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { portfolio } from "../../../bridge/model";
import { programListQuery } from "../queries";
import { timelineQuery } from "./queries";

/** How many programs are asked about at once, and how near the end of what was read the next page is asked for. */
const block = 100;
const ahead = 30;

/** The programs of a query that have a date, as far as they were read. */
export function useDatedPrograms(query: portfolio.Query) {
  const list = useInfiniteQuery(programListQuery(query));
  const read = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const rows = useMemo(
    () => read.filter((program) => program.start_date !== null || program.launch_date !== null),
    [read],
  );
  const places = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows]);
  return { list, rows, places, total: list.data?.pages[0]?.total ?? 0, readCount: read.length };
}

type Dated = ReturnType<typeof useDatedPrograms>;

/** Asks for the next page when the last row in sight comes near the end of those that were read. */
export function useMoreRows({ list, rows }: Dated, last: number): void {
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching && last >= rows.length - ahead) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage, rows.length, last]);
}

/** What else the timeline shows of the programs in sight, by program. */
export function useTimelineOf(
  rows: portfolio.ProgramRow[],
  first: number,
  last: number,
): ReadonlyMap<string, portfolio.TimelineRow> {
  const from = Math.floor(first / block);
  const to = Math.floor(Math.max(first, last) / block);
  const blocks = useMemo(() => {
    const ids = rows.slice(from * block, (to + 1) * block).map(({ id }) => id);
    return Array.from({ length: Math.ceil(ids.length / block) }, (_, i) =>
      ids.slice(i * block, (i + 1) * block),
    );
  }, [rows, from, to]);
  return useQueries({ queries: blocks.map(timelineQuery), combine: byProgram });
}

function byProgram(results: UseQueryResult<portfolio.TimelineRow[]>[]): Map<string, portfolio.TimelineRow> {
  return new Map(results.flatMap(({ data }) => data ?? []).map((row) => [row.program_id, row]));
}
