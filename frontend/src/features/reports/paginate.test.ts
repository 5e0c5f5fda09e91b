import { describe, expect, it } from "vitest";
import { paginate, partGap, type Measured } from "./paginate";

const part = (head: number, rows: number[], foot = 0): Measured => ({ head, rows, foot });
const times = (count: number, height: number) => Array.from({ length: count }, () => height);

describe("paginate", () => {
  it.each<[string, Measured[], number, number[][][]]>([
    ["nothing is one empty sheet", [], 100, [[]]],
    [
      "parts that fit stay together",
      [part(10, [20]), part(10, [20])],
      80,
      [
        [
          [0, 0, 1],
          [1, 0, 1],
        ],
      ],
    ],
    [
      "a part that does not fit begins a sheet",
      [part(0, [60]), part(0, [60])],
      100,
      [[[0, 0, 1]], [[1, 0, 1]]],
    ],
    ["a table goes on with its head", [part(20, times(8, 20))], 100, [[[0, 0, 4]], [[0, 4, 8]]]],
    [
      "no table begins with one row of many",
      [part(0, [50]), part(10, times(3, 20))],
      100,
      [[[0, 0, 1]], [[1, 0, 3]]],
    ],
    ["no row is left alone", [part(20, times(5, 20))], 100, [[[0, 0, 3]], [[0, 3, 5]]]],
    ["the foot stays with the last row", [part(0, times(4, 20), 30)], 100, [[[0, 0, 2]], [[0, 2, 4]]]],
    [
      "a row higher than a sheet has one to itself",
      [part(0, [20, 300, 20])],
      100,
      [[[0, 0, 1]], [[0, 1, 2]], [[0, 2, 3]]],
    ],
  ])("%s", (_name, parts, room, expected) => {
    const sheets = paginate(parts, room);
    expect(sheets.map((sheet) => sheet.map(({ index, from, to }) => [index, from, to]))).toEqual(expected);
  });

  it("shows every row once, in order, and fills no sheet beyond its room", () => {
    for (let seed = 1; seed < 60; seed++) {
      const heights = (n: number) => Array.from({ length: n }, (_, i) => 8 + ((seed * 31 + i * 17) % 40));
      const parts = [
        part(12, heights(seed % 23 || 1), 9),
        part(30, heights(1)),
        part(8, heights((seed * 7) % 40 || 1), 4),
      ];
      const shown: string[] = [];
      for (const sheet of paginate(parts, 200)) {
        let used = 0;
        sheet.forEach(({ index, from, to }, i) => {
          const { head, rows, foot } = parts[index] ?? part(0, []);
          used += (i > 0 ? partGap : 0) + head + (to === rows.length ? foot : 0);
          for (let row = from; row < to; row++) {
            shown.push(`${index} ${row}`);
            used += rows[row] ?? 0;
          }
        });
        expect(used).toBeLessThanOrEqual(200);
      }
      expect(shown).toEqual(parts.flatMap(({ rows }, index) => rows.map((_, row) => `${index} ${row}`)));
    }
  });
});
