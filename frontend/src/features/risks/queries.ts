import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from "@tanstack/react-query";
import { risks } from "../../bridge/backend";
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";

const riskKeys = {
  list: (query: portfolio.Query) => [dataKey, "risks", "list", query] as const,
};

export function riskListQuery(query: portfolio.Query) {
  return infiniteQueryOptions({
    queryKey: riskKeys.list(query),
    queryFn: ({ pageParam }) => risks.Page({ ...query, after: pageParam }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

/** Creates a risk (id "") or writes one; refused with a conflict where it changed since it was read. */
export function useSaveRisk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (risk: portfolio.Risk) => risks.Save(risk),
    onSettled: () => client.invalidateQueries({ queryKey: [dataKey] }),
  });
}

export function useDeleteRisk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (risk: portfolio.Risk) => risks.Delete(risk.id, risk.revision),
    onSettled: () => client.invalidateQueries({ queryKey: [dataKey] }),
  });
}

/** An open risk of a program of which nothing else is reported yet. */
export function blankRisk(programId: string): portfolio.Risk {
  return {
    id: "",
    program_id: programId,
    title: "",
    severity: null,
    likelihood: null,
    description: "",
    mitigation: "",
    owner: "",
    status: portfolio.RiskStatus.Open,
    review_date: null,
    created_at: 0,
    updated_at: 0,
    revision: 0,
  };
}
