import { keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import { programs } from "../../../bridge/backend";
import { portfolio } from "../../../bridge/model";
import { dataKey } from "../../../lib/query-keys";

/** What the timeline shows of programs beside their rows in the list. */
export function timelineQuery(ids: string[]) {
  return queryOptions({
    queryKey: [dataKey, "programs", "timeline", ids],
    queryFn: () => programs.Timeline(ids),
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });
}

/** Every program by name, for picking one. */
export const programNamesQuery = queryOptions({
  queryKey: [dataKey, "programs", "names"],
  queryFn: async () => (await programs.Names()).filter(({ entity }) => entity === portfolio.Entity.Program),
});

/** The same query for the programs that have neither a start nor a launch. */
export function undatedQuery(query: portfolio.Query): portfolio.Query {
  const missing = [portfolio.Field.StartDate, portfolio.Field.LaunchDate].map((field) => ({
    field,
    op: portfolio.Op.Is,
    values: [""],
  }));
  return { ...query, where: [...query.where, ...missing] };
}

/**
 * All programs that wait for a program, directly or through others: those that move when it does. What is completed or
 * has no launch date stays where it is, and what waits for that alone stays too.
 */
export async function dependantsOf(client: QueryClient, id: string): Promise<portfolio.LinkEnd[]> {
  const found = new Map<string, portfolio.LinkEnd>();
  let next = [id];
  while (next.length > 0) {
    const rows = await client.query({ ...timelineQuery(next), staleTime: 0 });
    const ends = rows.flatMap((row) => row.holds_up.map(({ other }) => other));
    const fresh = ends.filter((end) => moves(end) && end.id !== id && !found.has(end.id));
    for (const end of fresh) found.set(end.id, end);
    next = [...new Set(fresh.map((end) => end.id))];
  }
  return [...found.values()];
}

function moves({ status, launch_date }: portfolio.LinkEnd): boolean {
  return status !== "Completed" && launch_date !== null;
}

/** Lets a program wait for another one; rejects with a sentence where that closes a cycle. */
export function join(from: string, to: string): Promise<portfolio.Dependency> {
  return programs.SaveDependency({
    id: "",
    from,
    to,
    note: "",
    created_at: 0,
    updated_at: 0,
    revision: 0,
  });
}

export function unjoin({ id, revision }: portfolio.Dependency): Promise<void> {
  return programs.DeleteDependency(id, revision);
}
