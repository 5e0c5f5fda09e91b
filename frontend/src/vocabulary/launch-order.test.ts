import { describe, expect, it } from "vitest";
import type { Status } from "../bridge/model";
import { violation } from "./launch-order";

const program = (launch_date: string | null, status: Status | null = "On Track") => ({ launch_date, status });

describe("violation", () => {
  it.each([
    [program("2026-03-10"), program("2026-03-01"), 9],
    [program("2026-03-01"), program("2026-03-01"), 0],
    [program("2026-02-01"), program("2026-03-01"), 0],
    [program(null), program("2026-03-01"), 0],
    [program("2026-03-10"), program(null), 0],
    [program("2026-03-10", "Completed"), program("2026-03-01"), 0],
    [program("2026-03-10", null), program("2026-03-01", "Completed"), 9],
  ])("of %j before %j is %d days", (first, waiting, days) => {
    expect(violation(first, waiting)).toBe(days);
  });
});
