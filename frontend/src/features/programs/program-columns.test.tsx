import { render } from "@testing-library/react";
import i18next from "i18next";
import type { ReactElement } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { portfolio } from "../../bridge/model";
import { programColumns } from "./program-columns";

const program = {
  id: "atlas",
  name: "Atlas",
  status: "On Track",
  pipeline_stage: "Build",
  owner: "Ada",
  team: null,
  product_line: "Harbour",
  start_date: "2025-01-06",
  launch_date: "2026-03-31",
  progress: 40,
  open_risks: 2,
  next_milestone: "2026-02-20",
  strategic_objectives: ["Faster"],
  last_update: "2026-01-20",
  health: { assessed: "At Risk", reasons: [] },
} as unknown as portfolio.ProgramRow;

/** The cells of the program as they are on a day, by column, without what is marked to be otherwise on another day. */
function cellsOn(day: string): Record<string, string> {
  vi.setSystemTime(`${day}T12:00:00`);
  const cells: Record<string, string> = {};
  for (const { id = "", cell, meta } of programColumns(i18next.t, new Set(), () => undefined)) {
    if (id === "name" || meta?.byDay || typeof cell !== "function") continue; // a name leads to a page, and says no day
    const value = program[id as keyof portfolio.ProgramRow] as unknown;
    const { container } = render(
      cell({ row: { original: program }, getValue: () => value } as never) as ReactElement,
    );
    for (const marked of container.querySelectorAll("[data-by-day]")) marked.remove();
    cells[id] = container.innerHTML;
  }
  return cells;
}

describe("the columns of the program list", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are marked where they are otherwise on another day", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const then = cellsOn("2026-02-02");
    expect(Object.keys(then)).toContain("launch_date");
    expect(cellsOn("2026-09-15")).toEqual(then);
  });
});
