/** A place in the body of the timeline, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** How far a line runs on before it turns, and how round its corners are. */
const reach = 10;
const round = 4;

/**
 * The line of a dependency: from the launch of one program to the launch of the one that waits for it, because that is
 * what must come in order. It leaves both to the right, so that it crosses neither bar.
 */
export function routeOf(from: Point, to: Point): Point[] {
  const turn = Math.max(from.x, to.x) + reach;
  return [from, { x: turn, y: from.y }, { x: turn, y: to.y }, to];
}

/** A line as the path of an SVG, with round corners. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const parts = [`M${first.x} ${first.y}`];
  rest.forEach((point, i) => {
    const before = points[i] ?? first;
    const after = rest[i + 1];
    if (!after) {
      parts.push(`L${point.x} ${point.y}`);
      return;
    }
    const into = towards(point, before);
    const out = towards(point, after);
    parts.push(`L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`);
  });
  return parts.join("");
}

/** The place where the corner at a point begins, on the way to its neighbour: at most half way. */
function towards(point: Point, neighbour: Point): Point {
  const length = Math.hypot(neighbour.x - point.x, neighbour.y - point.y);
  if (length === 0) return point;
  const part = Math.min(round, length / 2) / length;
  return { x: point.x + (neighbour.x - point.x) * part, y: point.y + (neighbour.y - point.y) * part };
}
