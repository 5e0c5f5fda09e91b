import { describe, expect, it } from "vitest";
import { pathOf, routeOf } from "./dependency-route";

const places = [0, 3, 40, 41, 500].flatMap((x) => [17, 51, 340].map((y) => ({ x, y })));

describe("the line of a dependency", () => {
  it("begins and ends at the launches, and runs right of both in between", () => {
    for (const from of places) {
      for (const to of places) {
        const route = routeOf(from, to);
        expect([route[0], route.at(-1)]).toEqual([from, to]);
        for (const turn of route.slice(1, -1)) expect(turn.x).toBeGreaterThan(Math.max(from.x, to.x));
        for (const [i, point] of route.entries()) {
          const before = route[i - 1];
          if (before) expect(point.x === before.x || point.y === before.y).toBe(true);
        }
      }
    }
  });

  it("is a path without gaps in its numbers, also between neighbours", () => {
    for (const from of places)
      for (const to of places) expect(pathOf(routeOf(from, to))).not.toMatch(/NaN|undefined/);
    expect(pathOf(routeOf({ x: 0, y: 17 }, { x: 20, y: 51 }))).toBe(
      "M0 17L26 17Q30 17 30 21L30 47Q30 51 26 51L20 51",
    );
  });
});
