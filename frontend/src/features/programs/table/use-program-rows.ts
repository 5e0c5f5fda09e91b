import { useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { portfolio } from "../../../bridge/model";
import { useLatest } from "../../../lib/use-latest";
import type { GroupField } from "../address";
import { groupsQuery, programListQuery, wholeListQuery, withCondition, type ProgramGroup } from "../queries";

/** A row of the table. A program that serves two objectives has a row in two groups, which `line` tells apart. */
export interface TableRow extends portfolio.ProgramRow {
  line?: string;
}

/** What the table shows: rows, and the groups that they stand in where it is grouped. */
export interface TableRows {
  rows: TableRow[];
  total: number;
  busy: boolean;
  more: () => void;
  groups: (ProgramGroup & { open: boolean; rows: number })[] | undefined;
  toggle: (group: string, open: boolean) => void;
}

export function lineOf({ line, id }: TableRow): string {
  return line ?? id;
}

/** The id of the program of a line. */
export function programOf(line: string): string {
  return line.slice(line.lastIndexOf("\n") + 1);
}

/** How many groups are read before the end of what is shown comes near. */
const firstGroups = 3;

/** The rows of the table, read page by page, or group by group. */
export function useProgramRows(query: portfolio.Query, by: GroupField | undefined): TableRows {
  const flat = useFlatRows(query, by === undefined);
  const grouped = useGroupedRows(query, by);
  return by === undefined ? flat : grouped;
}

function useFlatRows(query: portfolio.Query, enabled: boolean): TableRows {
  const list = useInfiniteQuery({ ...programListQuery(query), enabled });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const more = useLatest(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  });
  const total = list.data?.pages[0]?.total ?? 0;
  return { rows, total, busy: list.isFetching, more, groups: undefined, toggle: noGroups };
}

function useGroupedRows(query: portfolio.Query, by: GroupField | undefined): TableRows {
  const read = useQuery({ ...groupsQuery(query, by ?? noGroup), enabled: by !== undefined });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set<string>());
  const [reach, setReach] = useState(firstGroups);
  const groups = useMemo(() => (by === undefined ? [] : (read.data ?? [])), [by, read.data]);
  const open = useMemo(() => groups.filter(({ value }) => !closed.has(value)), [groups, closed]);
  const reached = open.slice(0, reach);
  const { lists, busy } = useQueries({
    queries: reached.map(({ value }) => wholeListQuery(withCondition(query, by ?? noGroup, value))),
    combine: (results) => ({
      lists: results.map((result) => result.data),
      busy: results.some((result) => result.isFetching),
    }),
  });
  const repeats = by === portfolio.Field.StrategicObjectives;
  const { rows, shown } = useMemo(() => {
    const ofGroup = new Map(
      open.slice(0, reach).map(({ value }, i) => {
        const list: TableRow[] = lists[i] ?? [];
        return [value, repeats ? list.map((row) => ({ ...row, line: `${value}\n${row.id}` })) : list];
      }),
    );
    return {
      rows: [...ofGroup.values()].flat(),
      shown: groups.map((group) => ({
        ...group,
        open: !closed.has(group.value),
        rows: ofGroup.get(group.value)?.length ?? 0,
      })),
    };
  }, [groups, open, closed, reach, lists, repeats]);
  const more = useLatest(() => {
    if (!busy && reach < open.length) setReach(reach + 1);
  });
  const toggle = useCallback(
    (group: string, opens: boolean) =>
      setClosed((before) => {
        const after = new Set(before);
        if (opens) after.delete(group);
        else after.add(group);
        return after;
      }),
    [],
  );
  const total = open.reduce((sum, { count }) => sum + count, 0);
  return { rows, total, busy: busy || read.isFetching, more, groups: shown, toggle };
}

/** Stands for the field of groups where there are none; nothing is read of it. */
const noGroup: GroupField = portfolio.Field.Status;
const noGroups = () => undefined;
