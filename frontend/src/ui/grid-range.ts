/** A cell of a grid by the numbers of its row and column, from 0. */
export interface CellAt {
  row: number;
  column: number;
}

/** A rectangle of cells; both ends belong to it. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The rectangle between two cells, whichever comes first. */
export function rangeBetween(a: CellAt, b: CellAt): CellRange {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** Whether a rectangle is more than one cell. */
export function isWide({ top, bottom, left, right }: CellRange): boolean {
  return top !== bottom || left !== right;
}

/** The columns of a row that are in a rectangle, "from-to", or "" for none: equal texts mean that nothing changed. */
export function spanIn(range: CellRange | undefined, row: number): string {
  if (!range || row < range.top || row > range.bottom || !isWide(range)) return "";
  return `${range.left}-${range.right}`;
}

/** Whether a column is in a span; see spanIn. */
export function inSpan(span: string, column: number): boolean {
  const [from = "", to = ""] = span.split("-");
  return span !== "" && column >= Number(from) && column <= Number(to);
}
