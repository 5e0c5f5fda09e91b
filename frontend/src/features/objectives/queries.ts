import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { objectives, programs } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { present, type RecordStore } from "../../vocabulary/use-save-record";

export const objectiveListQuery = queryOptions({
  queryKey: [dataKey, "objectives"],
  queryFn: () => objectives.List(),
});

/** The programs that serve each of some objectives, found by a text, by name. */
function servingQuery(names: string[], text = ""): portfolio.Query {
  return {
    of: portfolio.Entity.Program,
    text,
    where: names.map((name) => ({
      field: portfolio.Field.StrategicObjectives,
      op: portfolio.Op.Is,
      values: [name],
    })),
    related: [],
    sort: [{ field: portfolio.Field.Name, desc: false }],
    limit: 0,
    after: "",
    today: null,
  };
}

/** How many programs serve all of some objectives; "" is those that serve none. */
export function servingCountQuery(names: string[]) {
  return queryOptions({
    queryKey: [dataKey, "objectives", "serving", names],
    queryFn: async ({ signal }) => {
      const query = { ...servingQuery(names), limit: 1 };
      return (await readUntil(signal, (ticket) => programs.Page(query, ticket))).total;
    },
  });
}

/** The programs of the matrix, page by page. */
export function matrixQuery(text: string) {
  const query = { ...servingQuery([], text), limit: 200 };
  return infiniteQueryOptions({
    queryKey: [dataKey, "objectives", "matrix", query],
    queryFn: ({ pageParam, signal }) =>
      readUntil(signal, (ticket) => programs.Page({ ...query, after: pageParam }, ticket)),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

export const objectiveStore: RecordStore<portfolio.Objective> = {
  entity: portfolio.Entity.Objective,
  nameOf: (objective) => objective.name,
  read: async ({ id }) => present((await objectives.List()).find((objective) => objective.id === id)),
  save: (objective) => objectives.Save(objective),
  remove: (objective) => objectives.Delete(objective.id, objective.revision),
};

export const blankObjective: portfolio.Objective = {
  id: "",
  name: "",
  description: "",
  created_at: 0,
  updated_at: 0,
  revision: 0,
};
