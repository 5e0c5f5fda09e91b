import type { report } from "../../bridge/model";

/**
 * What is drawn from one side of a sheet to the other: one block, or two that stand beside each other. The narrative is
 * Markdown, in the pieces between which it can go on to another sheet.
 */
export type Part =
  | { is: "narrative"; pieces: string[] }
  | { is: "block"; block: report.Block }
  | { is: "pair"; blocks: [TableBlock, TableBlock] };

/** A block with a table. */
type TableBlock = report.Block & { table: report.Table };

/** Tables beside each other are short, and their cells hold no sentences. */
const mostPairedRows = 8;
const longestPairedText = 100;
const mostPairedWeight = 36;

/** The parts of a page, in the order of its blocks. */
export function partsOf(blocks: readonly report.Block[]): Part[] {
  const parts: Part[] = [];
  let i = 0;
  while (i < blocks.length) {
    const [block, next] = [blocks[i], blocks[i + 1]];
    if (!block) break;
    if (next && isSmall(block) && isSmall(next) && weightOf(block) + weightOf(next) <= mostPairedWeight) {
      parts.push({ is: "pair", blocks: [block, next] });
      i += 2;
    } else {
      parts.push({ is: "block", block });
      i++;
    }
  }
  return parts;
}

function isSmall(block: report.Block): block is TableBlock {
  const { table } = block;
  if (!table) return false;
  const long = table.rows.some(({ cells }) => cells.some(({ text }) => text.length > longestPairedText));
  return table.rows.length > 0 && table.rows.length <= mostPairedRows && !long;
}

function weightOf({ table }: TableBlock): number {
  return table.columns.reduce((sum, { weight }) => sum + weight, 0);
}

/** The pieces of a narrative: its paragraphs and lists. */
export function narrativePieces(markdown: string): string[] {
  return markdown
    .split(/\n\s*\n/)
    .map((piece) => piece.trimEnd())
    .filter((piece) => piece.trim() !== "");
}
