import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { files } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";

/** What an import of the files would do. Nothing is written. Read anew each time that a dialog asks. */
export function dryRunQuery(paths: string[], asOf: string | undefined) {
  return queryOptions({
    queryKey: ["dry-run", paths, asOf],
    queryFn: () => files.Import(paths, true, asOf ?? ""),
    enabled: asOf !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
}

/** What the files of an import hold together. */
export interface ImportTotals {
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  warnings: number;
}

export function importTotals({ files: results }: portfolio.ImportResult): ImportTotals {
  const sum = (count: (file: portfolio.FileResult) => number) =>
    results.reduce((total, file) => total + count(file), 0);
  return {
    new: sum((file) => file.new),
    changed: sum((file) => file.changed),
    unchanged: sum((file) => file.unchanged),
    rejected: sum((file) => file.rejected.length),
    warnings: sum((file) => file.warnings.length),
  };
}

/** Names the loading of the sample while it goes on; its first programs are there before it is whole. */
export const loadSampleKey = ["load-sample"] as const;
