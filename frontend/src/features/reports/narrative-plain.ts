import type { report } from "../../bridge/model";

/** The lines of a narrative as plain text, for files that know no Markdown: a string for each paragraph and list item. */
export function plainNarrative(markdown: string): string[] {
  return markdown
    .split(/\n/)
    .map(plainLine)
    .filter((line) => line !== "");
}

function plainLine(line: string): string {
  return line
    .trim()
    .replace(/^#{1,6}\s+/, "")
    .replace(/^[-*+]\s+/, "• ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__)(.+?)\1/g, "$2")
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, "$1");
}

/** The report with its narrative at the top of the first page. */
export function withNarrative({ report, narrative }: report.Kept): report.Report {
  const paragraphs = plainNarrative(narrative);
  const [first, ...others] = report.pages;
  if (paragraphs.length === 0 || !first) return report;
  const block: report.Block = { title: "", text: { paragraphs } };
  return { ...report, pages: [{ ...first, blocks: [block, ...first.blocks] }, ...others] };
}
