import { queryOptions } from "@tanstack/react-query";
import { objectives } from "../../bridge/backend";
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { present, type RecordStore } from "../../vocabulary/use-save-record";

export const objectiveListQuery = queryOptions({
  queryKey: [dataKey, "objectives"],
  queryFn: () => objectives.List(),
});

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
