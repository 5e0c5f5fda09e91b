import type { TFunction } from "i18next";
import { portfolio } from "../bridge/model";
import { listOf, parseSearch, stringifySearch } from "../lib/search-params";
import { stages, statuses } from "./values";

/** The fields that programs are filtered by, in the order of the filter bar. */
export const filterFields = [
  "status",
  "assessed",
  "owner",
  "team",
  "product_line",
  "pipeline_stage",
  "strategic_objectives",
] as const;
export type FilterField = (typeof filterFields)[number];

/** The field of a query that each filter tests. */
export const filterOf: Record<FilterField, portfolio.Field> = {
  status: portfolio.Field.Status,
  assessed: portfolio.Field.Assessed,
  owner: portfolio.Field.Owner,
  team: portfolio.Field.Team,
  product_line: portfolio.Field.ProductLine,
  pipeline_stage: portfolio.Field.PipelineStage,
  strategic_objectives: portfolio.Field.StrategicObjectives,
};

/** The values that each filter takes; no list means that any text may be a value. "" is not reported. */
export const filterValues: Record<FilterField, readonly string[] | undefined> = {
  status: statuses,
  assessed: statuses,
  owner: undefined,
  team: undefined,
  product_line: undefined,
  pipeline_stage: stages,
  strategic_objectives: undefined,
};

/** Which programs are meant. Several values of a field widen it, several fields narrow it. */
export type ProgramFilter = Partial<Record<FilterField, string[]>>;

/** Keeps what an address says of programs as far as it makes sense. */
export function readProgramFilter(raw: Record<string, unknown>): ProgramFilter {
  const filter: ProgramFilter = {};
  for (const field of filterFields) {
    const words = filterValues[field];
    const values = listOf(raw[field]).filter((value) => value === "" || !words || words.includes(value));
    if (values.length > 0) filter[field] = values;
  }
  return filter;
}

/** The filter as one text, for the address of a list of something else: "owner=Ada+Brandt&status=At+Risk". */
export function writeProgramFilter(filter: ProgramFilter): string | undefined {
  return stringifySearch(readProgramFilter(filter)).slice(1) || undefined;
}

/** Reads what writeProgramFilter writes. */
export function parseProgramFilter(text: string | undefined): ProgramFilter {
  return readProgramFilter(parseSearch(text ?? ""));
}

export function programConditions(filter: ProgramFilter): portfolio.Condition[] {
  return filterFields.flatMap((field): portfolio.Condition[] => {
    const values = filter[field];
    return values ? [{ field: filterOf[field], op: portfolio.Op.Is, values }] : [];
  });
}

/** The query for the programs that meet conditions. */
export function programsWhere(where: portfolio.Condition[]): portfolio.Query {
  return {
    of: portfolio.Entity.Program,
    text: "",
    where,
    related: [],
    sort: [],
    limit: 0,
    after: "",
    today: null,
  };
}

/** A value of a filter in the language of the window. */
export function filterWord(t: TFunction, field: FilterField, value: string): string {
  if (value === "") return t("notReported");
  const status = statuses.find((known) => known === value);
  if (status && (field === "status" || field === "assessed")) return t(`status.${status}`);
  const stage = stages.find((known) => known === value);
  return stage && field === "pipeline_stage" ? t(`stage.${stage}`) : value;
}

/** The groups of programs that have a name, and that a list can be narrowed to. */
export const programPresets = [
  portfolio.Preset.Attention,
  portfolio.Preset.Launching30,
  portfolio.Preset.Launching60,
  portfolio.Preset.Launching90,
  portfolio.Preset.LaunchPassed,
  portfolio.Preset.Stale,
] as const;
export type ProgramPreset = (typeof programPresets)[number];
