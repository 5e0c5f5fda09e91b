import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { files } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import type { desk } from "../../bridge/model";

/**
 * What a file looks like: of a workbook the sheet of the name, "" for the one that is chosen by its columns; while nobody says
 * which, the one that was chosen for the last file like it. Read anew by each dialog: the file may have changed.
 */
export function inspectQuery(path: string, sheet: string | undefined) {
  return queryOptions({
    queryKey: ["import-file", path, sheet ?? null],
    queryFn: ({ signal }) =>
      readUntil(signal, (ticket) =>
        sheet === undefined ? files.InspectAsBefore(path, ticket) : files.Inspect(path, sheet, ticket),
      ),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
}

/** What an import of the files would do; the empty day is today. Nothing is written. Only while there are files. */
export function checkQuery(of: desk.ImportFile[] | undefined, asOf: string) {
  return queryOptions({
    queryKey: ["import-check", of, asOf],
    queryFn: ({ signal }) => readUntil(signal, (ticket) => files.Check(of ?? [], asOf, ticket)),
    enabled: of !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
}

/** The rows of a part of a check in which the text stands, page by page. */
export function checkRowsQuery(check: number, part: desk.CheckPart, text: string) {
  return infiniteQueryOptions({
    queryKey: ["import-rows", check, part, text],
    queryFn: ({ pageParam }) => files.CheckRows(check, part, text, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => {
      const seen = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return seen < page.total ? seen : undefined;
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
}

/** What the files of an import hold together. */
export type ImportTotals = Omit<desk.FileCounts, "file">;

export function importTotals(counts: readonly desk.FileCounts[]): ImportTotals {
  const sum = (count: (file: desk.FileCounts) => number) =>
    counts.reduce((total, file) => total + count(file), 0);
  return {
    new: sum((file) => file.new),
    changed: sum((file) => file.changed),
    unchanged: sum((file) => file.unchanged),
    rejected: sum((file) => file.rejected),
    noted: sum((file) => file.noted),
  };
}

/** Names the loading of the sample while it goes on; its first programs are there before it is whole. */
export const loadSampleKey = ["load-sample"] as const;
