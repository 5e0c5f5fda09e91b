import { portfolio, type Level } from "../../bridge/model";
import { readListSearch, readOrder, type ListSearch, type ListShape } from "../../lib/list-address";
import { textOf } from "../../lib/search-params";
import { parseProgramFilter, programConditions, writeProgramFilter } from "../../vocabulary/program-filter";
import { fieldOf } from "../../vocabulary/query-field";
import { levels, riskStatuses } from "../../vocabulary/values";
import { openStatuses } from "./risk-state";

/** The fields that the register can be filtered by, in the order of the filter bar. */
export const riskFilters = ["severity", "likelihood", "status", "owner", "product_line"] as const;
export type RiskFilter = (typeof riskFilters)[number];

/**
 * Filter and order of the register; the heat map above it is shown unless the address says that it is hidden. `of` picks
 * the programs whose risks are listed; see writeProgramFilter.
 */
export type RiskSearch = ListSearch<RiskFilter> & { map?: "hidden"; of?: string };

/** The field of a query that each filter tests; the product line is that of the program. */
export const filterOf: Record<RiskFilter, portfolio.Field> = {
  severity: portfolio.Field.RiskSeverity,
  likelihood: portfolio.Field.RiskLikelihood,
  status: portfolio.Field.RiskStatus,
  owner: portfolio.Field.RiskOwner,
  product_line: portfolio.Field.ProductLine,
};

const shape: ListShape<RiskFilter> = {
  filters: {
    severity: levels,
    likelihood: levels,
    status: riskStatuses,
    owner: undefined,
    product_line: undefined,
  },
  sorts: [
    portfolio.Field.RiskTitle,
    portfolio.Field.RiskSeverity,
    portfolio.Field.RiskLikelihood,
    portfolio.Field.RiskScore,
    portfolio.Field.RiskStatus,
    portfolio.Field.RiskOwner,
    portfolio.Field.RiskMitigation,
    portfolio.Field.RiskReviewDate,
    portfolio.Field.RiskCreatedAt,
    portfolio.Field.Name,
  ],
};

export function readRiskSearch(raw: Record<string, unknown>): RiskSearch {
  const search: RiskSearch = readListSearch(shape, raw);
  if (raw.map === "hidden") search.map = "hidden";
  const of = writeProgramFilter(parseProgramFilter(textOf(raw.of)));
  if (of) search.of = of;
  return search;
}

/** The order of the register: the most severe first where the address says nothing. */
export function riskOrder(search: RiskSearch) {
  return readOrder(search.sort ?? portfolio.Field.RiskSeverity);
}

/** Whether the address narrows the register. */
export function isNarrowed(search: RiskSearch): boolean {
  return (
    search.q !== undefined ||
    search.of !== undefined ||
    riskFilters.some((filter) => search[filter] !== undefined)
  );
}

/** A cell of the heat map; null where the level is not reported. */
export interface HeatCell {
  severity: Level | null;
  likelihood: Level | null;
}

/** What the filter says of the open risks of a cell. */
function filterOfCell({ severity, likelihood }: HeatCell) {
  return { severity: [severity ?? ""], likelihood: [likelihood ?? ""], status: [...openStatuses] };
}

/** Whether the filter is that of a cell. */
export function isChosen(search: RiskSearch, cell: HeatCell): boolean {
  return Object.entries(filterOfCell(cell)).every(([filter, values]) => {
    const chosen = search[filter as RiskFilter] ?? [];
    return chosen.length === values.length && values.every((value) => chosen.includes(value));
  });
}

/** The change of the address that shows the open risks of a cell, or all again where they are shown. */
export function chooseCell(search: RiskSearch, cell: HeatCell): Record<string, string[]> {
  return isChosen(search, cell) ? { severity: [], likelihood: [], status: [] } : filterOfCell(cell);
}

export function toRiskQuery(search: RiskSearch): portfolio.Query {
  const order = riskOrder(search);
  const title: portfolio.Order = { field: portfolio.Field.RiskTitle, desc: false };
  const first: portfolio.Order = { field: fieldOf(order.id, portfolio.Field.RiskSeverity), desc: order.desc };
  return {
    of: portfolio.Entity.Risk,
    text: search.q ?? "",
    where: [
      ...riskFilters.flatMap((filter): portfolio.Condition[] => {
        const values = search[filter] ?? [];
        return values.length > 0 ? [{ field: filterOf[filter], op: portfolio.Op.Is, values }] : [];
      }),
      ...programConditions(parseProgramFilter(search.of)),
    ],
    related: [],
    sort: first.field === title.field ? [first] : [first, title],
    limit: 0,
    after: "",
    today: null,
  };
}
