import type { TFunction } from "i18next";

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
] as const;

export function fieldWords(t: TFunction, field: string): string {
  const known = named.find((name) => name === field);
  return known ? t(`field.${known}`) : field.replaceAll("_", " ");
}

const longest = 160;

/** A value of a change as text: days in words, lists with commas, a long text cut short, "—" for not reported. */
export function valueWords(value: unknown, day: (iso: string) => string): string {
  if (value === null || value === undefined || value === "") return "—";
  if (Array.isArray(value))
    return value.length === 0 ? "—" : value.map((item) => valueWords(item, day)).join(", ");
  if (typeof value === "string") return cut(day(value));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
