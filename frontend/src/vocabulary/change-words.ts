import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { portfolio } from "../bridge/model";
import { formatDay } from "../lib/dates";
import { levels, milestoneStatuses, riskStatuses, stages, statuses } from "./values";

/** The fields of records that have a name in the catalogue; any other is shown by its JSON name. */
const named = [
  "name",
  "title",
  "description",
  "status",
  "owner",
  "team",
  "product_line",
  "pipeline_stage",
  "start_date",
  "launch_date",
  "progress",
  "last_update",
  "external_id",
  "severity",
  "likelihood",
  "mitigation",
  "review_date",
  "due_date",
  "baseline_date",
  "completed_date",
  "strategic_objectives",
  "status_update",
  "date",
  "author",
  "text",
  "note",
] as const;

/** Which value is meant: a field of a kind of record. */
export type FieldRef = Pick<portfolio.Change, "entity" | "field">;

const longest = 160;

/** Writes fields and their values in the language of the window. */
export function changeWords(t: TFunction, language: string) {
  const day = (iso: string) => formatDay(iso, language);

  const field = (name: string): string => {
    const known = named.find((other) => other === name);
    return known ? t(`field.${known}`) : name.replaceAll("_", " ");
  };

  /** Days in words, percents, words of the vocabulary, lists with commas, a long text cut short, "—" for nothing. */
  const value = (of: FieldRef, content: unknown): string => {
    if (content === null || content === undefined || content === "") return t("day.none");
    if (Array.isArray(content)) {
      return content.length === 0 ? t("day.none") : content.map((item) => value(of, item)).join(", ");
    }
    if (typeof content === "string") return wordOf(t, of, content) ?? cut(day(content));
    if (typeof content === "number" && of.field === "progress") {
      return t("progress.percent", { percent: content });
    }
    if (typeof content === "number" || typeof content === "boolean") return String(content);
    return cut(JSON.stringify(content));
  };

  /** What a row that creates or deletes a record is about: "No second supplier, High". */
  const record = ({ entity, label, before, after }: portfolio.Change): string => {
    const content: unknown = after ?? before;
    const of = (name: string): string | undefined => {
      const found = valueAt(content, name);
      return found === null || found === "" || found === undefined
        ? undefined
        : value({ entity, field: name }, found);
    };
    const telling = tellingFields[entity];
    const title = label === "" ? (of("title") ?? of("name") ?? of("text") ?? of("note")) : label;
    return [title, ...telling.map(of)].filter((part) => part !== undefined).join(", ");
  };

  return { day, field, value, record };
}

export type ChangeWords = ReturnType<typeof changeWords>;

export function useChangeWords(): ChangeWords {
  const { t, i18n } = useTranslation();
  return changeWords(t, i18n.language);
}

/** What says most of a new record, beside its name. */
const tellingFields: Record<portfolio.Entity, readonly string[]> = {
  [portfolio.Entity.Program]: ["status", "launch_date"],
  [portfolio.Entity.Risk]: ["severity"],
  [portfolio.Entity.Milestone]: ["due_date"],
  [portfolio.Entity.Objective]: [],
  [portfolio.Entity.Dependency]: [],
  [portfolio.Entity.StatusUpdate]: ["date"],
};

/** The value of a field of a record that came as JSON. */
export function valueAt(record: unknown, name: string): unknown {
  return typeof record === "object" && record !== null && name in record
    ? (record as Record<string, unknown>)[name]
    : undefined;
}

/** A word of the vocabulary in the language of the window; undefined for any other text. */
function wordOf(t: TFunction, { entity, field }: FieldRef, text: string): string | undefined {
  const known = <W extends string>(words: readonly W[]): W | undefined => words.find((word) => word === text);
  switch (field) {
    case "status": {
      if (entity === portfolio.Entity.Risk) {
        const word = known(riskStatuses);
        return word && t(`riskStatus.${word}`);
      }
      if (entity === portfolio.Entity.Milestone) {
        const word = known(milestoneStatuses);
        return word && t(`milestoneStatus.${word}`);
      }
      const word = known(statuses);
      return word && t(`status.${word}`);
    }
    case "pipeline_stage": {
      const word = known(stages);
      return word && t(`stage.${word}`);
    }
    case "severity":
    case "likelihood": {
      const word = known(levels);
      return word && t(`level.${word}`);
    }
    default:
      return undefined;
  }
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
