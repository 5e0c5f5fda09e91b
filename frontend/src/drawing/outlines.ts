import type { Shape } from "./sheet";

/** The corners of shapes, in shares of their box. A check is a line, the others are closed. */
export const outlines: Record<Exclude<Shape, "rectangle" | "circle" | "ring">, [number, number][]> = {
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  triangle: [
    [0.5, 0.04],
    [1, 0.94],
    [0, 0.94],
  ],
  square: [
    [0.08, 0.08],
    [0.92, 0.08],
    [0.92, 0.92],
    [0.08, 0.92],
  ],
  check: [
    [0.05, 0.55],
    [0.38, 0.88],
    [0.95, 0.15],
  ],
};
