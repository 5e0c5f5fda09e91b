import { queryOptions } from "@tanstack/react-query";
import { programs } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { present, type RecordStore } from "../../vocabulary/use-save-record";

const dependencyKeys = {
  others: (ids: string[]) => [dataKey, "dependencies", "others", ids] as const,
};

/** The programs with these ids, as lists show them. */
export function programsByIdQuery(ids: string[]) {
  return queryOptions({
    queryKey: dependencyKeys.others(ids),
    queryFn: async ({ signal }) => {
      const query = {
        of: portfolio.Entity.Program,
        text: "",
        where: [{ field: portfolio.Field.Id, op: portfolio.Op.Is, values: ids }],
        related: [],
        sort: [{ field: portfolio.Field.LaunchDate, desc: false }],
        limit: ids.length,
        after: "",
        today: null,
      };
      return (await readUntil(signal, (ticket) => programs.Page(query, ticket))).rows;
    },
    enabled: ids.length > 0,
  });
}

/** A dependency with the names that people know it by. */
export function dependencyStore(name: string): RecordStore<portfolio.Dependency> {
  return {
    entity: portfolio.Entity.Dependency,
    nameOf: () => name,
    read: async ({ id, from }) => {
      const { dependencies } = await programs.Get(from);
      return present(dependencies.find((dependency) => dependency.id === id));
    },
    save: (dependency) => programs.SaveDependency(dependency),
    remove: (dependency) => programs.DeleteDependency(dependency.id, dependency.revision),
  };
}

/** A dependency between no programs yet. */
export const blankDependency: portfolio.Dependency = {
  id: "",
  from: "",
  to: "",
  note: "",
  created_at: 0,
  updated_at: 0,
  revision: 0,
};
