import {
  infiniteQueryOptions,
  keepPreviousData,
  noop,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import { objectives, programs } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { portfolio, type app, type Status } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { readAgain } from "../../lib/read-again";
import type { RecordStore } from "../../vocabulary/use-save-record";
import { statuses } from "../../vocabulary/values";
import { toQuery, type ProgramSearch } from "./address";

const programKeys = {
  all: [dataKey, "programs"] as const,
  list: (query: portfolio.Query) => [...programKeys.all, "list", query] as const,
  facets: (query: portfolio.Query) => [...programKeys.all, "facets", query] as const,
  whole: (query: portfolio.Query) => [...programKeys.all, "whole", query] as const,
  selected: (ids: string[]) => [...programKeys.all, "selected", ids] as const,
  groups: (query: portfolio.Query, by: portfolio.Field) => [...programKeys.all, "groups", query, by] as const,
  totals: (query: portfolio.Query) => [...programKeys.all, "totals", query] as const,
  counts: (query: portfolio.Query, by: portfolio.Field) => [...programKeys.all, "counts", by, query] as const,
  one: (id: string) => [...programKeys.all, "one", id] as const,
};

/** The programs that a query finds, page by page in its order. */
export function programListQuery(query: portfolio.Query) {
  return infiniteQueryOptions({
    queryKey: programKeys.list(query),
    queryFn: ({ pageParam, signal }) =>
      readUntil(signal, (ticket) => programs.Page({ ...query, after: pageParam }, ticket)),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

/** How many programs a page holds where all of them are wanted; the most that Go gives at once. */
const wholePage = 500;

/** All programs that a query finds, not only those that were scrolled to. */
export function wholeListQuery(query: portfolio.Query) {
  return queryOptions({
    queryKey: programKeys.whole(query),
    queryFn: ({ signal }) => readWhole(query, signal),
  });
}

async function readWhole(query: portfolio.Query, signal: AbortSignal): Promise<portfolio.ProgramRow[]> {
  const rows: portfolio.ProgramRow[] = [];
  let after = "";
  do {
    const from = { ...query, limit: wholePage, after };
    const page = await readUntil(signal, (ticket) => programs.Page(from, ticket));
    rows.push(...page.rows);
    after = page.next;
  } while (after !== "");
  return rows;
}

/** Programs by their ids, whatever list they are in, by name. */
export function selectedProgramsQuery(ids: string[]) {
  const parts = Array.from({ length: Math.ceil(ids.length / wholePage) }, (_, i) =>
    ids.slice(i * wholePage, (i + 1) * wholePage),
  );
  return queryOptions({
    queryKey: programKeys.selected(ids),
    queryFn: async ({ signal }) => {
      const read = parts.map((values) => {
        const where = [{ field: portfolio.Field.Id, op: portfolio.Op.Is, values }];
        return readWhole({ ...toQuery({}), where }, signal);
      });
      return (await Promise.all(read)).flat();
    },
  });
}

/** A group of programs, and how many of it have each status. */
export interface ProgramGroup extends portfolio.Group {
  statuses: { status: Status | null; count: number }[];
}

/** The groups of the programs that a query finds. */
export function groupsQuery(query: portfolio.Query, by: portfolio.Field) {
  return queryOptions({
    queryKey: programKeys.groups(query, by),
    queryFn: async ({ signal }): Promise<ProgramGroup[]> => {
      const read = (of: portfolio.Query) => readUntil(signal, (ticket) => programs.Groups(of, by, ticket));
      const kinds = [...statuses, null];
      const within = kinds.map((status) => withCondition(query, portfolio.Field.Status, status ?? ""));
      const [groups, ...counts] = await Promise.all([read(query), ...within.map(read)]);
      return groups.map((group) => ({
        ...group,
        statuses: kinds.map((status, i) => ({
          status,
          count: counts[i]?.find(({ value }) => value === group.value)?.count ?? 0,
        })),
      }));
    },
    placeholderData: keepPreviousData,
  });
}

/** The query for the programs of one group. */
export function withCondition(
  query: portfolio.Query,
  field: portfolio.Field,
  value: string,
): portfolio.Query {
  return { ...query, where: [...query.where, { field, op: portfolio.Op.Is, values: [value] }] };
}

/** The values that occur in each field, with counts under the query. */
export function facetsQuery(query: portfolio.Query) {
  return queryOptions({
    queryKey: programKeys.facets(query),
    queryFn: ({ signal }) => readUntil(signal, (ticket) => programs.Facets(query, ticket)),
    placeholderData: keepPreviousData,
  });
}

/** How many of the programs that a query finds have each value of a field. */
export function countsQuery(query: portfolio.Query, by: portfolio.Field) {
  return queryOptions({
    queryKey: programKeys.counts(query, by),
    queryFn: ({ signal }) => readUntil(signal, (ticket) => programs.Groups(query, by, ticket)),
    placeholderData: keepPreviousData,
  });
}

/** How many of the programs that a query finds have each status. */
export function totalsQuery(query: portfolio.Query) {
  return queryOptions({
    queryKey: programKeys.totals(query),
    queryFn: ({ signal }) =>
      readUntil(signal, (ticket) => programs.Groups(query, portfolio.Field.Status, ticket)),
    placeholderData: keepPreviousData,
  });
}

/** Puts the list of all programs, which came with the page, where it is asked for. */
export function beginWithPrograms(client: QueryClient, { page, totals, facets }: app.ProgramList): void {
  const all = toQuery({});
  client.setQueryData(programListQuery(all).queryKey, { pages: [page], pageParams: [""] });
  client.setQueryData(totalsQuery(all).queryKey, totals);
  client.setQueryData(facetsQuery(all).queryKey, facets);
}

/** Asks for what the program list shows, before it is there to show it. What fails then fails again, and is shown, when it asks. */
export function readAhead(client: QueryClient, search: ProgramSearch): void {
  const query = toQuery(search);
  void client.infiniteQuery(programListQuery(query)).catch(noop);
  void client.query(totalsQuery(query)).catch(noop);
  void client.query(facetsQuery(query)).catch(noop);
}

export function programQuery(id: string) {
  return queryOptions({ queryKey: programKeys.one(id), queryFn: () => programs.Get(id) });
}

/** The names of all objectives, for picking one. */
export const objectiveNamesQuery = queryOptions({
  queryKey: [...programKeys.all, "objectives"],
  queryFn: async () => (await objectives.List()).map(({ name }) => name),
});

/** The status that a program was declared to have over time, the newest last. */
export function trendQuery(id: string) {
  return queryOptions({ queryKey: [...programKeys.one(id), "trend"], queryFn: () => programs.Trend(id) });
}

/** The fields of a program that its page edits. */
export type ProgramEdit = Partial<
  Pick<
    portfolio.Program,
    | "name"
    | "description"
    | "status"
    | "owner"
    | "team"
    | "product_line"
    | "pipeline_stage"
    | "start_date"
    | "launch_date"
    | "progress"
    | "strategic_objectives"
  >
>;

export const programStore: Omit<RecordStore<portfolio.Program>, "remove"> = {
  entity: portfolio.Entity.Program,
  nameOf: (program) => program.name,
  read: async ({ id }) => (await programs.Get(id)).program,
  save: (program) => programs.Save(program),
};

export function useCreateProgram() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => programs.Save({ ...blankProgram, name }),
    onSuccess: () => readAgain(client),
  });
}

/** A program of which nothing is reported yet. Go sets the id, the instants and the revision. */
const blankProgram: portfolio.Program = {
  id: "",
  external_id: "",
  name: "",
  description: "",
  status: null,
  owner: "",
  team: "",
  product_line: "",
  pipeline_stage: null,
  strategic_objectives: [],
  start_date: null,
  launch_date: null,
  progress: null,
  risks: [],
  milestones: [],
  last_update: null,
  created_at: 0,
  updated_at: 0,
  archived_at: null,
  revision: 0,
};
