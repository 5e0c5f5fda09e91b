/** How much room a part of a page takes from top to bottom, in the pixels of a sheet. */
export interface Measured {
  /** What stands before its rows, and again where it goes on: its title and the head of its table. */
  head: number;
  /** What it can be broken between; one row where it cannot. */
  rows: readonly number[];
  /** What stands after its last row. */
  foot: number;
}

/** Rows from-to (to is not included) of the part at an index, on one sheet. */
export interface Slice {
  index: number;
  from: number;
  to: number;
}

/** How far apart two parts of a sheet are; the same as in sheet.module.css. */
export const partGap = 20;

/** A part does not begin at the end of a sheet with fewer rows than this where it has more. */
const fewestRows = 2;

/**
 * Deals the parts of a page out to sheets, in order. A part breaks between its rows only, and its head is repeated; a row
 * that is higher than a sheet has one to itself. There is always at least one sheet.
 */
export function paginate(parts: readonly Measured[], room: number): Slice[][] {
  let sheet: Slice[] = [];
  const sheets = [sheet];
  let left = room;
  const turn = () => {
    sheets.push((sheet = []));
    left = room;
  };
  parts.forEach((part, index) => {
    const all = part.rows.length;
    let from = 0;
    while (from < all) {
      const fresh = sheet.length === 0;
      const before = part.head + (fresh ? 0 : partGap);
      const { to, height } = fit(part, from, left - before);
      if (!fresh && to < Math.min(all, from + fewestRows)) {
        turn();
        continue;
      }
      const end = Math.max(leaveNoneAlone(from, to, all), from + 1); // at least the one that is higher than a sheet
      sheet.push({ index, from, to: end });
      left -= before + height;
      from = end;
      if (from < all) turn();
    }
  });
  return sheets;
}

/** A part does not end with a single row on a sheet of its own where the sheet before can spare one. */
function leaveNoneAlone(from: number, to: number, all: number): number {
  return to === all - 1 && to - from > fewestRows ? to - 1 : to;
}

/** How many rows from one on fit into the room, and how high they are; the foot goes with the last. */
function fit({ rows, foot }: Measured, from: number, room: number): { to: number; height: number } {
  let to = from;
  let height = 0;
  for (const row of rows.slice(from)) {
    const next = height + row + (to + 1 === rows.length ? foot : 0);
    if (next > room) break;
    height = next;
    to++;
  }
  return { to, height };
}
