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
