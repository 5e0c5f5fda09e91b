/** What is needed of an element of HTML. */
interface HtmlNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/**
 * A plugin of rehype that measures tables of groups for bars: the cells of the first column that holds nothing but figures
 * get their share of the largest one, or of 100 %, as data-share (0 to 1), and the name of their group as data-group. A table of records, whose first column has links,
 * is a list and gets none. It changes no text.
 */
export function tableBars() {
  return (tree: HtmlNode) => measure(tree);
}

function measure(node: HtmlNode): void {
  if (node.tagName === "table") measureTable(node);
  else node.children?.forEach(measure);
}

function measureTable(table: HtmlNode): void {
  const body = parts(table, "tbody").flatMap((tbody) => parts(tbody, "tr"));
  const rows = body.map((row) => parts(row, "td"));
  if (rows.length < 2 || rows.some(([group]) => !group || holdsLink(group))) return;
  const columns = rows[0]?.length ?? 0;
  for (let column = 1; column < columns; column++) {
    const figures = rows.map((cells) => figureOf(cells[column]));
    const known = figures.filter((figure) => figure !== undefined);
    if (known.length < rows.length) continue;
    const whole = known.every(({ percent }) => percent) ? 100 : Math.max(...known.map(({ value }) => value));
    if (whole === 0) return;
    rows.forEach((cells, row) => {
      const cell = cells[column];
      const share = (known[row]?.value ?? 0) / whole;
      if (!cell || !cells[0] || share > 1) return;
      cell.properties = { ...cell.properties, dataShare: share, dataGroup: wordsOf(cells[0]).trim() };
    });
    return;
  }
}

/** A figure as answers write it: "1,204" or "82.7 %". */
const figure = /^(\d{1,3}(?:,\d{3})*|\d+)(\.\d+)?( ?%)?$/;

function figureOf(cell: HtmlNode | undefined): { value: number; percent: boolean } | undefined {
  const text = cell && wordsOf(cell).trim();
  if (!text || !figure.test(text)) return undefined;
  return { value: Number.parseFloat(text.replaceAll(",", "")), percent: text.endsWith("%") };
}

function parts(node: HtmlNode, tagName: string): HtmlNode[] {
  return (node.children ?? []).filter((child) => child.tagName === tagName);
}

function holdsLink(node: HtmlNode): boolean {
  return node.tagName === "a" || (node.children ?? []).some(holdsLink);
}

function wordsOf(node: HtmlNode): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join("");
}
