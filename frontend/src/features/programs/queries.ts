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
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import type { RecordStore } from "../../vocabulary/use-save-record";
import { toQuery, type ProgramSearch } from "./address";

const programKeys = {
  all: [dataKey, "programs"] as const,
  list: (query: portfolio.Query) => [...programKeys.all, "list", query] as const,
  facets: (query: portfolio.Query) => [...programKeys.all, "facets", query] as const,
  totals: (query: portfolio.Query) => [...programKeys.all, "totals", query] as const,
  counts: (query: portfolio.Query, by: portfolio.Field) => [...programKeys.all, "counts", by, query] as const,
  one: (id: string) => [...programKeys.all, "one", id] as const,
};

/** The programs that a query finds, page by page in its order. */
export function programListQuery(query: portfolio.Query) {
  return infiniteQueryOptions({
    queryKey: programKeys.list(query),
    queryFn: ({ pageParam }) => programs.Page({ ...query, after: pageParam }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

/** The values that occur in each field, with counts under the query. */
export function facetsQuery(query: portfolio.Query) {
  return queryOptions({
    queryKey: programKeys.facets(query),
    queryFn: () => programs.Facets(query),
    placeholderData: keepPreviousData,
  });
}

/** How many of the programs that a query finds have each value of a field. */
export function countsQuery(query: portfolio.Query, by: portfolio.Field) {
  return queryOptions({
    queryKey: programKeys.counts(query, by),
    queryFn: () => programs.Groups(query, by),
    placeholderData: keepPreviousData,
  });
}

/** How many of the programs that a query finds have each status. */
export function totalsQuery(query: portfolio.Query) {
  return queryOptions({
    queryKey: programKeys.totals(query),
    queryFn: () => programs.Groups(query, portfolio.Field.Status),
    placeholderData: keepPreviousData,
  });
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
    onSuccess: () => client.invalidateQueries({ queryKey: [dataKey] }),
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
