import type { TFunction } from "i18next";
import type { portfolio } from "../../../bridge/model";
import { readDay } from "../../../lib/dates";
import { readPercent } from "../../../lib/percent";
import type { CellTyping } from "../../../ui/grid-cells";
import { stages, statuses } from "../../../vocabulary/values";

/** The fields of a program that its row in the table can change. */
export const cellFields = [
  "name",
  "status",
  "pipeline_stage",
  "owner",
  "team",
  "product_line",
  "start_date",
  "launch_date",
  "progress",
] as const;
export type CellField = (typeof cellFields)[number];
export type CellValue = string | number | null;

type Kind = "name" | "word" | "text" | "day" | "percent";

const kinds: Record<CellField, Kind> = {
  name: "name",
  status: "word",
  pipeline_stage: "word",
  owner: "text",
  team: "text",
  product_line: "text",
  start_date: "day",
  launch_date: "day",
  progress: "percent",
};

/** How typing begins an edit. Letters on a name or a word stay the keys of the list, such as J and K. */
const typings: Record<Kind, CellTyping> = {
  name: "none",
  word: "none",
  text: "text",
  day: "figures",
  percent: "figures",
};

export function cellField(column: string): CellField | undefined {
  return cellFields.find((field) => field === column);
}

export function typingOf(field: CellField): CellTyping {
  return typings[kinds[field]];
}

export function isDay(field: CellField): boolean {
  return kinds[field] === "day";
}

/** What was understood of a text, or a sentence that says what is wrong with it. */
export type CellReading = { value: CellValue; problem?: undefined } | { problem: string };

/** The words of a field of the vocabulary, in the language of the window. */
export function wordsOf(field: CellField, t: TFunction): { value: string; label: string }[] {
  if (field === "status") return statuses.map((value) => ({ value, label: t(`status.${value}`) }));
  if (field === "pipeline_stage") return stages.map((value) => ({ value, label: t(`stage.${value}`) }));
  return [];
}

/** Reads a text as a person types it into a cell. An empty text, or the words for it, mean not reported. */
export function readCell(field: CellField, text: string, t: TFunction): CellReading {
  const typed = text.trim();
  const none = typed === "" || typed === "—" || sameWord(typed, t("notReported"));
  switch (kinds[field]) {
    case "name":
      return typed === "" ? { problem: t("table.nameless") } : { value: typed };
    case "text":
      return { value: none ? "" : typed };
    case "day": {
      const day = none ? null : readDay(typed);
      return day === undefined ? { problem: t("day.invalid") } : { value: day };
    }
    case "percent": {
      const percent = none ? null : readPercent(typed);
      return percent === undefined ? { problem: t("progress.invalid") } : { value: percent };
    }
    case "word": {
      if (none) return { value: null };
      const words = wordsOf(field, t);
      const word = words.find(({ value, label }) => sameWord(value, typed) || sameWord(label, typed));
      const known = words.map(({ label }) => label).join(", ");
      return word ? { value: word.value } : { problem: t("table.noWord", { text: typed, words: known }) };
    }
  }
}

/** Writes a value so that readCell understands it: days as 2026-09-15, words in the language of the window. */
export function cellText(field: CellField, value: CellValue | undefined, t: TFunction): string {
  if (value == null) return "";
  return wordsOf(field, t).find((word) => word.value === value)?.label ?? String(value);
}

/** The text of any column of a program, for the clipboard. */
export function columnText(column: string, program: portfolio.ProgramRow, t: TFunction): string {
  const field = cellField(column);
  if (field) return cellText(field, program[field], t);
  switch (column) {
    case "assessed":
      return t(`status.${program.health.assessed ?? "none"}`);
    case "strategic_objectives":
      return program.strategic_objectives.join("; ");
    case "open_risks":
      return String(program.open_risks);
    case "next_milestone":
      return program.next_milestone ?? "";
    default:
      return program.last_update ?? "";
  }
}

function sameWord(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
