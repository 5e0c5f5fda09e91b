import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { objectives } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";

export const objectiveListQuery = queryOptions({
  queryKey: [dataKey, "objectives"],
  queryFn: () => objectives.List(),
});

/** Creates an objective (id "") or renames and describes one. */
export function useSaveObjective() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (objective: portfolio.Objective) => objectives.Save(objective),
    onSettled: () => client.invalidateQueries({ queryKey: [dataKey] }),
  });
}

export function useDeleteObjective() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (objective: portfolio.Objective) => objectives.Delete(objective.id, objective.revision),
    onSettled: () => client.invalidateQueries({ queryKey: [dataKey] }),
  });
}

export const blankObjective: portfolio.Objective = {
  id: "",
  name: "",
  description: "",
  created_at: 0,
  updated_at: 0,
  revision: 0,
};
