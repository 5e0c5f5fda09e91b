import { portfolio } from "../../bridge/model";
import { readListSearch, readOrder, type ListSearch, type ListShape } from "../../lib/list-address";
import { fieldOf } from "../../vocabulary/query-field";
import { levels, riskStatuses } from "../../vocabulary/values";

export const riskFilters = ["severity", "status"] as const;
export type RiskFilter = (typeof riskFilters)[number];
export type RiskSearch = ListSearch<RiskFilter>;

const fields: Record<RiskFilter, portfolio.Field> = {
  severity: portfolio.Field.RiskSeverity,
  status: portfolio.Field.RiskStatus,
};

const shape: ListShape<RiskFilter> = {
  filters: { severity: levels, status: riskStatuses },
  sorts: [
    portfolio.Field.RiskTitle,
    portfolio.Field.RiskSeverity,
    portfolio.Field.RiskLikelihood,
    portfolio.Field.RiskStatus,
    portfolio.Field.RiskOwner,
    portfolio.Field.RiskReviewDate,
    portfolio.Field.Name,
  ],
};

export function readRiskSearch(raw: Record<string, unknown>): RiskSearch {
  return readListSearch(shape, raw);
}

/** The order of the register: the most severe first where the address says nothing. */
export function riskOrder(search: RiskSearch) {
  return readOrder(search.sort ?? portfolio.Field.RiskSeverity);
}

export function toRiskQuery(search: RiskSearch): portfolio.Query {
  const order = riskOrder(search);
  return {
    of: portfolio.Entity.Risk,
    text: search.q ?? "",
    where: riskFilters.flatMap((filter): portfolio.Condition[] => {
      const values = search[filter];
      return values ? [{ field: fields[filter], op: portfolio.Op.Is, values }] : [];
    }),
    related: [],
    sort: [{ field: fieldOf(order.id, portfolio.Field.RiskSeverity), desc: order.desc }],
    limit: 0,
    after: "",
    today: null,
  };
}
