import type { report } from "../../bridge/model";
import type { CellKind } from "../../drawing/report";

/** How wide a column is that holds no text: as wide as its words, in the pixels of a sheet. */
const widths: Record<Exclude<CellKind, "text">, number> = {
  number: 84,
  delta: 84,
  date: 102,
  status: 100,
  stage: 96,
  level: 84,
  risk_status: 96,
  milestone_status: 100,
};

/** How much width tables that stand beside each other get of that many pixels, so that their text has equal room. */
export function pairWidths(tables: readonly report.Table[], width: number): number[] {
  const needs = tables.map(({ columns }) => ({
    fixed: columns.reduce((sum, { kind }) => sum + (kind === "text" ? 0 : widths[kind]), 0),
    weight: columns.reduce((sum, column) => sum + (column.kind === "text" ? column.weight : 0), 0),
  }));
  const fixed = needs.reduce((sum, need) => sum + need.fixed, 0);
  const weight = needs.reduce((sum, need) => sum + need.weight, 0);
  if (weight === 0 || fixed >= width) return needs.map(() => width / needs.length);
  return needs.map((need) => need.fixed + (need.weight * (width - fixed)) / weight);
}

/**
 * The share of each column in the width of a table, which is that many pixels wide. Days, words and figures take what they
 * need; columns of text have the rest, by their weights.
 */
export function columnShares(columns: readonly report.Column[], width: number): number[] {
  const fixed = columns.map(({ kind }) => (kind === "text" ? 0 : widths[kind]));
  const taken = fixed.reduce((sum, each) => sum + each, 0);
  const weight = columns.reduce((sum, column) => sum + (column.kind === "text" ? column.weight : 0), 0);
  const rest = weight === 0 ? 0 : Math.max(width - taken, width / 4);
  return columns.map((column, i) => {
    const own = column.kind === "text" ? (rest * column.weight) / weight : (fixed[i] ?? 0);
    return own / (taken + rest);
  });
}
