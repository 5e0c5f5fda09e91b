import { queryOptions, useQuery } from "@tanstack/react-query";
import { objectives, programs } from "../bridge/backend";
import { readUntil } from "../bridge/give-up";
import { portfolio } from "../bridge/model";
import { dataKey } from "../lib/query-keys";
import type { FieldRef } from "./change-words";

/** The fields whose values recur from record to record, by the kind of record. */
const recurring: Partial<Record<portfolio.Entity, Partial<Record<string, portfolio.Field>>>> = {
  [portfolio.Entity.Program]: {
    owner: portfolio.Field.Owner,
    team: portfolio.Field.Team,
    product_line: portfolio.Field.ProductLine,
  },
  [portfolio.Entity.Risk]: { owner: portfolio.Field.RiskOwner },
};

/** The texts that people used for a field already, the most frequent first; undefined for a field where none recur. */
export function useUsedValues({ entity, field }: FieldRef): string[] | undefined {
  const recurs = recurring[entity]?.[field];
  const names = field === "strategic_objectives";
  const used = useQuery({
    ...usedValuesQuery(entity, recurs ?? portfolio.Field.Owner),
    enabled: recurs !== undefined,
  }).data;
  const known = useQuery({ ...objectiveNamesQuery, enabled: names }).data;
  if (names) return known ?? [];
  return recurs && (used ?? []);
}

function usedValuesQuery(of: portfolio.Entity, field: portfolio.Field) {
  return queryOptions({
    queryKey: [dataKey, "used-values", of, field],
    queryFn: async ({ signal }) => {
      const groups = await readUntil(signal, (ticket) => programs.Groups(everyRecord(of), field, ticket));
      return groups
        .toSorted((a, b) => b.count - a.count)
        .map(({ value }) => value)
        .filter((value) => value !== "");
    },
  });
}

const objectiveNamesQuery = queryOptions({
  queryKey: [dataKey, "objective-names"],
  queryFn: async () => (await objectives.List()).map(({ name }) => name),
});

function everyRecord(of: portfolio.Entity): portfolio.Query {
  return { of, text: "", where: [], related: [], sort: [], limit: 0, after: "", today: null };
}
