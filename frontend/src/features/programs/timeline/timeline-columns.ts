import { fitColumns } from "../../../ui/fit-columns";

/** A column of the grid on the left of the timeline. */
export interface GridColumn {
  id: "name" | "status" | "owner" | "launch_date";
  width: number;
}

const needs = [
  { id: "name", width: 164, givesWay: 0 },
  { id: "status", width: 124, givesWay: 1 },
  { id: "owner", width: 112, givesWay: 3 },
  { id: "launch_date", width: 104, givesWay: 2 },
] as const;

/** The part of the width that the grid may take, and how much wider than needed the names may be, in pixels. */
const share = 0.5;
const mostForNames = 84;

/** The columns that fit beside the bars. The name takes what is left of their room, up to a measure. */
export function timelineColumns(width: number): GridColumn[] {
  const room = width * share;
  const shown = fitColumns(needs, room);
  const columns = needs.filter(({ id }) => shown.has(id));
  const left = room - columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map(({ id, width: least }) => ({
    id,
    width: id === "name" ? Math.round(least + Math.max(0, Math.min(left, mostForNames))) : least,
  }));
}

export function widthOfColumns(columns: readonly GridColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
