import type { TFunction } from "i18next";
import { portfolio } from "../bridge/model";
import { readDay } from "../lib/dates";
import { readPercent } from "../lib/percent";
import type { FieldRef } from "./change-words";
import { levels, milestoneStatuses, riskStatuses, stages, statuses } from "./values";

/** How a field is written: a text that must not be empty, a word, a text that recurs, a long text, a day, percent, names. */
export type FieldKind = "name" | "message" | "word" | "text" | "prose" | "day" | "percent" | "names";

const kinds: Record<string, FieldKind> = {
  name: "name",
  title: "name",
  status: "word",
  pipeline_stage: "word",
  severity: "word",
  likelihood: "word",
  owner: "text",
  team: "text",
  product_line: "text",
  description: "prose",
  mitigation: "prose",
  status_update: "message",
  start_date: "day",
  launch_date: "day",
  due_date: "day",
  completed_date: "day",
  review_date: "day",
  progress: "percent",
  strategic_objectives: "names",
};

/** How a field is written; undefined for one that people do not edit. */
export function kindOf(field: string): FieldKind | undefined {
  return kinds[field];
}

export type PlainValue = string | number | null;
export type FieldValue = PlainValue | string[];

/** What was understood of a text, or a sentence that says what is wrong with it. */
export type Reading<V> = { value: V; problem?: undefined } | { problem: string };

/** What stands between the names of a list. */
const between = ";";

/** The words that a field can hold, in the language of the window; none for a field that is no word. */
export function wordsOf({ entity, field }: FieldRef, t: TFunction): { value: string; label: string }[] {
  switch (field) {
    case "status":
      if (entity === portfolio.Entity.Risk)
        return riskStatuses.map((value) => ({ value, label: t(`riskStatus.${value}`) }));
      if (entity === portfolio.Entity.Milestone)
        return milestoneStatuses.map((value) => ({ value, label: t(`milestoneStatus.${value}`) }));
      return statuses.map((value) => ({ value, label: t(`status.${value}`) }));
    case "pipeline_stage":
      return stages.map((value) => ({ value, label: t(`stage.${value}`) }));
    case "severity":
    case "likelihood":
      return levels.map((value) => ({ value, label: t(`level.${value}`) }));
    default:
      return [];
  }
}

/** Whether a field may be not reported: a name may not, nor the status of a risk or a milestone. */
export function canBeNone({ entity, field }: FieldRef): boolean {
  const kind = kindOf(field);
  if (kind === "name" || kind === "message") return false;
  return field !== "status" || entity === portfolio.Entity.Program;
}

/** Reads a text as a person types it. An empty text, or the words for it, mean not reported. */
export function readPlain(of: FieldRef, text: string, t: TFunction): Reading<PlainValue> {
  const typed = text.trim();
  const none = typed === "" || typed === "—" || sameWord(typed, t("notReported"));
  switch (kindOf(of.field)) {
    case "name":
      if (typed !== "") return { value: typed };
      return { problem: of.entity === portfolio.Entity.Program ? t("table.nameless") : t("typed.nameless") };
    case "message":
      return typed === "" ? { problem: t("typed.textless") } : { value: typed };
    case "day": {
      const day = none ? null : readDay(typed);
      return day === undefined ? { problem: t("day.invalid") } : { value: day };
    }
    case "percent": {
      const percent = none ? null : readPercent(typed);
      return percent === undefined ? { problem: t("progress.invalid") } : { value: percent };
    }
    case "word": {
      if (none && canBeNone(of)) return { value: null };
      const words = wordsOf(of, t);
      const word = words.find(({ value, label }) => sameWord(value, typed) || sameWord(label, typed));
      const known = words.map(({ label }) => label).join(", ");
      return word ? { value: word.value } : { problem: t("table.noWord", { text: typed, words: known }) };
    }
    default:
      return { value: none ? "" : typed };
  }
}

/** Reads a text as readPlain does; of a field that lists names, semicolons part them. */
export function readValue(of: FieldRef, text: string, t: TFunction): Reading<FieldValue> {
  if (kindOf(of.field) !== "names") return readPlain(of, text, t);
  const names = text.split(between).map((name) => name.trim());
  return { value: [...new Set(names)].filter((name) => name !== "").sort() };
}

/** Writes a value so that readValue understands it: days as 2026-09-15, words in the language of the window. */
export function textOfValue(of: FieldRef, value: unknown, t: TFunction): string {
  if (Array.isArray(value)) return value.join(`${between} `);
  if (typeof value !== "string" && typeof value !== "number") return "";
  return wordsOf(of, t).find((word) => word.value === value)?.label ?? String(value);
}

function sameWord(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
