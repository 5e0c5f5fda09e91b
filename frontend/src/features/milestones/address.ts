import { portfolio } from "../../bridge/model";
import { monthEnds, monthOf, readMonth } from "../../lib/calendar";
import { addDays } from "../../lib/dates";
import { readListSearch, readOrder, type ListSearch, type ListShape } from "../../lib/list-address";
import { textOf } from "../../lib/search-params";
import { parseProgramFilter, programConditions, writeProgramFilter } from "../../vocabulary/program-filter";
import { fieldOf } from "../../vocabulary/query-field";
import { milestoneStatuses } from "../../vocabulary/values";

/** The fields that the list can be filtered by; owner and product line are those of the program. */
export const milestoneFilters = ["status", "owner", "product_line"] as const;
export type MilestoneFilter = (typeof milestoneFilters)[number];

/** The selections that people look at every day. */
export const presets = ["all", "overdue", "next30", "doneThisMonth"] as const;
export type Preset = (typeof presets)[number];

/** The ways to see the milestones; the address names the one that is not the usual one. */
export const milestoneViews = ["list", "calendar"] as const;
export type MilestoneView = (typeof milestoneViews)[number];

/**
 * What the address of the page says: filter and order, a preset of the list, and the view with its month. `of` picks the
 * programs whose milestones are listed; see writeProgramFilter.
 */
export type MilestoneSearch = ListSearch<MilestoneFilter> & {
  of?: string;
  show?: Exclude<Preset, "all">;
  view?: "calendar";
  month?: string;
};

/** The field of a query that each filter tests. */
export const filterOf: Record<MilestoneFilter, portfolio.Field> = {
  status: portfolio.Field.MilestoneStatus,
  owner: portfolio.Field.Owner,
  product_line: portfolio.Field.ProductLine,
};

const shape: ListShape<MilestoneFilter> = {
  filters: { status: milestoneStatuses, owner: undefined, product_line: undefined },
  sorts: [
    portfolio.Field.MilestoneName,
    portfolio.Field.MilestoneStatus,
    portfolio.Field.MilestoneDueDate,
    portfolio.Field.MilestoneBaselineDate,
    portfolio.Field.MilestoneCompletedDate,
    portfolio.Field.MilestoneSlip,
    portfolio.Field.Name,
    portfolio.Field.Owner,
  ],
};

export function readMilestoneSearch(raw: Record<string, unknown>): MilestoneSearch {
  const search: MilestoneSearch = readListSearch(shape, raw);
  const of = writeProgramFilter(parseProgramFilter(textOf(raw.of)));
  if (of) search.of = of;
  const show = presets.find((preset) => preset === raw.show);
  if (show && show !== "all") search.show = show;
  if (raw.view === "calendar") search.view = "calendar";
  const month = readMonth(textOf(raw.month));
  if (month) search.month = month;
  return search;
}

/** The order of the list: by due date where the address says nothing. */
export function milestoneOrder(search: MilestoneSearch) {
  return readOrder(search.sort ?? portfolio.Field.MilestoneDueDate);
}

/** Whether the address narrows the list. */
export function isNarrowed(search: MilestoneSearch): boolean {
  const filtered = milestoneFilters.some((filter) => search[filter] !== undefined);
  return filtered || search.of !== undefined || search.q !== undefined || search.show !== undefined;
}

const { Op, Field } = portfolio;
const notCompleted: portfolio.Condition = { field: Field.MilestoneCompletedDate, op: Op.Is, values: [""] };

/** What a preset asks for on a day. */
const presetConditions: Record<Preset, (today: string) => portfolio.Condition[]> = {
  all: () => [],
  overdue: () => [], // Go knows what is overdue
  next30: (today) => [...within(Field.MilestoneDueDate, today, addDays(today, 30)), notCompleted],
  doneThisMonth: (today) => {
    const { first, last } = monthEnds(monthOf(today));
    return within(Field.MilestoneCompletedDate, first, last);
  },
};

function within(field: portfolio.Field, from: string, to: string): portfolio.Condition[] {
  return [
    { field, op: Op.From, values: [from] },
    { field, op: Op.To, values: [to] },
  ];
}

/** The query of the list on a day. */
export function toMilestoneQuery(search: MilestoneSearch, today: string): portfolio.Query {
  const order = milestoneOrder(search);
  const query = filtered(search);
  return {
    ...query,
    where: [...query.where, ...presetConditions[search.show ?? "all"](today)],
    ...(search.show === "overdue" && { preset: portfolio.Preset.Overdue }),
    sort: [{ field: fieldOf(order.id, Field.MilestoneDueDate), desc: order.desc }],
  };
}

/** The query of the calendar: what is due from one day to another. */
export function toCalendarQuery(search: MilestoneSearch, from: string, to: string): portfolio.Query {
  const query = filtered(search);
  return { ...query, where: [...query.where, ...within(Field.MilestoneDueDate, from, to)], limit: 500 };
}

function filtered(search: MilestoneSearch): portfolio.Query {
  return {
    of: portfolio.Entity.Milestone,
    text: search.q ?? "",
    where: [
      ...milestoneFilters.flatMap((filter): portfolio.Condition[] => {
        const values = search[filter];
        return values ? [{ field: filterOf[filter], op: Op.Is, values }] : [];
      }),
      ...programConditions(parseProgramFilter(search.of)),
    ],
    related: [],
    sort: [{ field: Field.MilestoneDueDate, desc: false }],
    limit: 0,
    after: "",
    today: null,
  };
}
