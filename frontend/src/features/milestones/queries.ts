import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { milestones, programs } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { present, type RecordStore } from "../../vocabulary/use-save-record";

const milestoneKeys = {
  list: (query: portfolio.Query) => [dataKey, "milestones", "list", query] as const,
};

export function milestoneListQuery(query: portfolio.Query) {
  return infiniteQueryOptions({
    queryKey: milestoneKeys.list(query),
    queryFn: ({ pageParam, signal }) =>
      readUntil(signal, (ticket) => milestones.Page({ ...query, after: pageParam }, ticket)),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

export const milestoneStore: RecordStore<portfolio.Milestone> = {
  entity: portfolio.Entity.Milestone,
  nameOf: (milestone) => milestone.name,
  read: async ({ id, program_id }) => {
    const { program } = await programs.Get(program_id);
    return present(program.milestones.find((milestone) => milestone.id === id));
  },
  save: (milestone) => milestones.Save(milestone),
  remove: (milestone) => milestones.Delete(milestone.id, milestone.revision),
};

/** A planned milestone of a program without a date. */
export function blankMilestone(programId: string): portfolio.Milestone {
  return {
    id: "",
    program_id: programId,
    name: "",
    due_date: null,
    baseline_date: null,
    completed_date: null,
    status: portfolio.MilestoneStatus.Planned,
    created_at: 0,
    updated_at: 0,
    revision: 0,
  };
}
