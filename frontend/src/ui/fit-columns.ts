/** What a column needs: its least width in pixels and how early it gives way (0 stays for ever, larger goes first). */
export interface ColumnNeed {
  id: string;
  width: number;
  givesWay: number;
}

/** Says which columns have room in the available width. Those that give way first are dropped first. */
export function fitColumns(columns: readonly ColumnNeed[], available: number): Set<string> {
  const shown = [...columns];
  const total = () => shown.reduce((sum, column) => sum + column.width, 0);
  while (total() > available) {
    const last = shown.reduce((a, b) => (b.givesWay >= a.givesWay ? b : a));
    if (last.givesWay === 0) break;
    shown.splice(shown.indexOf(last), 1);
  }
  return new Set(shown.map((column) => column.id));
}

/** A column that shares the room which the others leave. */
export interface FlexibleColumn {
  id: string;
  width: number;
  /** What it shrinks to where even its width is too much; its width where absent. */
  least?: number;
  /** Its share of the room; none where it keeps its width. */
  grow?: number;
}

/** Shares the available width among columns, in pixels: by their `grow`, and none gets less than its least width. */
export function shareWidth(columns: readonly FlexibleColumn[], available: number): Map<string, number> {
  const widths = new Map(columns.map((column) => [column.id, column.grow ? leastOf(column) : column.width]));
  let growing = columns.filter((column) => column.grow);
  for (;;) {
    const fixed = columns.filter((column) => !growing.includes(column));
    const room = available - fixed.reduce((sum, { id }) => sum + (widths.get(id) ?? 0), 0);
    const shares = growing.reduce((sum, { grow = 0 }) => sum + grow, 0);
    const enough = growing.filter((column) => (room * (column.grow ?? 0)) / shares >= leastOf(column));
    if (enough.length === growing.length) {
      for (const { id, grow = 0 } of growing) widths.set(id, Math.floor((room * grow) / shares));
      return widths;
    }
    growing = enough;
  }
}

function leastOf({ least, width }: FlexibleColumn): number {
  return least ?? width;
}
