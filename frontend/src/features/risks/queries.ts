import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { programs, risks } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { present, type RecordStore } from "../../vocabulary/use-save-record";

const riskKeys = {
  list: (query: portfolio.Query) => [dataKey, "risks", "list", query] as const,
};

export function riskListQuery(query: portfolio.Query) {
  return infiniteQueryOptions({
    queryKey: riskKeys.list(query),
    queryFn: ({ pageParam, signal }) =>
      readUntil(signal, (ticket) => risks.Page({ ...query, after: pageParam }, ticket)),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

export const riskStore: RecordStore<portfolio.Risk> = {
  entity: portfolio.Entity.Risk,
  nameOf: (risk) => risk.title,
  read: async ({ id, program_id }) => {
    const { program } = await programs.Get(program_id);
    return present(program.risks.find((risk) => risk.id === id));
  },
  save: (risk) => risks.Save(risk),
  remove: (risk) => risks.Delete(risk.id, risk.revision),
};

/** An open risk of a program ("" where it is still to be chosen) of which nothing else is reported yet. */
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
