import { usualLines } from "./cell-lines";
import type { Density } from "./flow";
import type { Block } from "./report";

/** How large the text of a one-pager may be: it is also read on a wall, so not smaller, and its cells may be cut sooner. */
export const onePager: Density[] = [
  { size: 10.5, lines: usualLines },
  { size: 10, lines: usualLines },
  { size: 9.5, lines: usualLines },
  { size: 9, lines: usualLines },
  { size: 9, lines: 3 },
  { size: 9, lines: 2 },
];

/** How far it may be cut to fit, the gentlest first: the lines of a cell, and the rows that each block has at least. */
const cuts = [2, 1].flatMap((lines) => [3, 2, 1].map((fewest) => ({ density: { size: 9, lines }, fewest })));

/**
 * Cuts the tables and timelines of a page to as many rows as fit, taking turns from the first to the last. Lay gives undefined
 * where blocks do not fit; so does this where nothing helps.
 */
export function cutToFit<T>(
  blocks: Block[],
  lay: (blocks: Block[], density: Density) => T | undefined,
): T | undefined {
  for (const { density, fewest } of cuts) {
    const counts = blocks.map((block) => Math.min(fewest, rowsOf(block)));
    const layCut = () =>
      lay(
        blocks.map((block, at) => firstRows(block, counts[at] ?? 0)),
        density,
      );
    let best = layCut();
    for (let open = blocks.map((_, at) => at); best !== undefined && open.length > 0;) {
      open = open.filter((at) => {
        const count = counts[at] ?? 0;
        const block = blocks[at];
        if (!block || count >= rowsOf(block)) return false;
        counts[at] = count + 1;
        const more = layCut();
        if (more === undefined) counts[at] = count;
        else best = more;
        return more !== undefined;
      });
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

const rowsOf = ({ table, timeline }: Block) => (table ?? timeline)?.rows.length ?? 0;

/** The block with its first rows, and what is left out said as reports say it. */
function firstRows(block: Block, count: number): Block {
  const { table, timeline } = block;
  if (table) return { ...block, table: cut(table, count) };
  return timeline ? { ...block, timeline: cut(timeline, count) } : block;
}

function cut<Part extends { rows: unknown[]; note: string }>(part: Part, count: number): Part {
  if (count >= part.rows.length) return part;
  const all = /^The first \d+ of (\d+)\.$/.exec(part.note)?.[1] ?? part.rows.length;
  return { ...part, rows: part.rows.slice(0, count), note: `The first ${count} of ${all}.` };
}
