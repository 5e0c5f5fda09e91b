import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from "@tanstack/react-query";
import { milestones } from "../../bridge/backend";
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";

const milestoneKeys = {
  list: (query: portfolio.Query) => [dataKey, "milestones", "list", query] as const,
};

export function milestoneListQuery(query: portfolio.Query) {
  return infiniteQueryOptions({
    queryKey: milestoneKeys.list(query),
    queryFn: ({ pageParam }) => milestones.Page({ ...query, after: pageParam }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

/** Creates a milestone (id "") or writes one; refused with a conflict where it changed since it was read. */
export function useSaveMilestone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (milestone: portfolio.Milestone) => milestones.Save(milestone),
    onSettled: () => client.invalidateQueries({ queryKey: [dataKey] }),
  });
}

export function useDeleteMilestone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (milestone: portfolio.Milestone) => milestones.Delete(milestone.id, milestone.revision),
    onSettled: () => client.invalidateQueries({ queryKey: [dataKey] }),
  });
}

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
