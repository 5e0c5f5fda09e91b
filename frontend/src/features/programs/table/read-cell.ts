import type { TFunction } from "i18next";
import { portfolio } from "../../../bridge/model";
import type { CellTyping } from "../../../ui/grid-cells";
import {
  kindOf,
  readPlain,
  textOfValue,
  wordsOf as wordsOfField,
  type FieldKind,
  type PlainValue,
  type Reading,
} from "../../../vocabulary/field-values";

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
export type CellValue = PlainValue;

const refOf = (field: CellField) => ({ entity: portfolio.Entity.Program, field });

/** How typing begins an edit. Letters on a name or a word stay the keys of the list, such as J and K. */
const typings: Partial<Record<FieldKind, CellTyping>> = { text: "text", day: "figures", percent: "figures" };

export function cellField(column: string): CellField | undefined {
  return cellFields.find((field) => field === column);
}

export function typingOf(field: CellField): CellTyping {
  return typings[kindOf(field) ?? "name"] ?? "none";
}

export function isDay(field: CellField): boolean {
  return kindOf(field) === "day";
}

/** The words of a field of the vocabulary, in the language of the window. */
export function wordsOf(field: CellField, t: TFunction): { value: string; label: string }[] {
  return wordsOfField(refOf(field), t);
}

/** Reads a text as a person types it into a cell. An empty text, or the words for it, mean not reported. */
export function readCell(field: CellField, text: string, t: TFunction): Reading<CellValue> {
  return readPlain(refOf(field), text, t);
}

/** Writes a value so that readCell understands it: days as 2026-09-15, words in the language of the window. */
export function cellText(field: CellField, value: CellValue | undefined, t: TFunction): string {
  return textOfValue(refOf(field), value, t);
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
