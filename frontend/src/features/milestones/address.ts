import { portfolio } from "../../bridge/model";
import { readListSearch, readOrder, type ListSearch, type ListShape } from "../../lib/list-address";
import { fieldOf } from "../../vocabulary/query-field";
import { milestoneStatuses } from "../../vocabulary/values";

export type MilestoneSearch = ListSearch<"status">;

const shape: ListShape<"status"> = {
  filters: { status: milestoneStatuses },
  sorts: [
    portfolio.Field.MilestoneName,
    portfolio.Field.MilestoneStatus,
    portfolio.Field.MilestoneDueDate,
    portfolio.Field.MilestoneBaselineDate,
    portfolio.Field.MilestoneCompletedDate,
    portfolio.Field.Name,
  ],
};

export function readMilestoneSearch(raw: Record<string, unknown>): MilestoneSearch {
  return readListSearch(shape, raw);
}

/** The order of the list: by due date where the address says nothing. */
export function milestoneOrder(search: MilestoneSearch) {
  return readOrder(search.sort ?? portfolio.Field.MilestoneDueDate);
}

export function toMilestoneQuery(search: MilestoneSearch): portfolio.Query {
  const order = milestoneOrder(search);
  return {
    of: portfolio.Entity.Milestone,
    text: search.q ?? "",
    where: search.status
      ? [{ field: portfolio.Field.MilestoneStatus, op: portfolio.Op.Is, values: search.status }]
      : [],
    related: [],
    sort: [{ field: fieldOf(order.id, portfolio.Field.MilestoneDueDate), desc: order.desc }],
    limit: 0,
    after: "",
    today: null,
  };
}
