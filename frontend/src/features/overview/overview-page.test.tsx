import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { portfolio } from "../../bridge/model";
import { parseSearch, stringifySearch } from "../../lib/search-params";
import { readOverviewSearch } from "./address";
import { OverviewPage } from "./overview-page";

const program = {
  id: "p1",
  name: "Atlas",
  owner: "Ada",
  status: "On Track",
  launch_date: "2026-02-10",
  health: {
    assessed: "Off Track",
    reasons: [{ rule: "launch_passed", count: 1, record: "", label: "", date: "2026-01-10", amount: 0 }],
  },
} as unknown as portfolio.ProgramRow;

const statuses = { on_track: 3, at_risk: 0, off_track: 1, completed: 0, not_reported: 2 };

const state: portfolio.Overview = {
  today: "2026-02-02",
  figures: {
    programs: 6,
    statuses,
    launching_30: 1,
    launching_60: 2,
    launching_90: 3,
    open_high_risks: 4,
    overdue_milestones: 5,
    stale: 6,
  },
  mix: [{ value: "", count: 6, statuses }],
  attention: { rows: [program], total: 1, unassessed: 2 },
  launches: { rows: [program], passed: 0, ahead: 1 },
  risks: [{ severity: "High", likelihood: null, count: 4 }],
  objectives: [],
  unserved: ["Trust"],
  last_changes: {
    since: "2026-01-26",
    topics: [{ topic: portfolio.Topic.StatusChanges, count: 1 }],
    rows: [
      {
        topic: portfolio.Topic.StatusChanges,
        program: "Atlas",
        change: {
          entity: portfolio.Entity.Program,
          id: "p1",
          label: "Atlas",
          program_id: "p1",
          field: "status",
          before: "At Risk",
          after: "On Track",
        },
      },
    ],
  },
};

vi.mock("../../bridge/backend", () => ({
  overview: { Get: () => Promise.resolve(state) },
  desk: { State: () => Promise.resolve({ today: "2026-02-02", as_of: null }) },
}));

/** Shows the page at an address and gives the address of each link by its name. */
async function linksAt(address: string): Promise<Map<string, string>> {
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: "/overview",
    validateSearch: readOverviewSearch,
    component: () => <OverviewPage search={page.useSearch()} filters={null} />,
  });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch,
    stringifySearch,
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  await screen.findByRole("list", { name: "Key figures" });
  return new Map(
    screen
      .getAllByRole("link")
      .map((link) => [link.getAttribute("aria-label") ?? link.textContent, link.getAttribute("href") ?? ""]),
  );
}

describe("the overview", () => {
  it("leads from every count to its list, within the filter", async () => {
    const links = await linksAt("/overview?team=Core&by=owner");
    expect(Object.fromEntries(links)).toMatchObject({
      "Programs: 6": "/programs?team=Core",
      "On Track: 3": "/programs?team=Core&status=On+Track",
      "1 launching within 30 days": "/programs?team=Core&show=launching_30",
      "Stale updates: 6": "/programs?team=Core&show=stale",
      "Open High risks: 4": "/risks?severity=High&status=Open&status=Mitigating&of=team%3DCore",
      "Overdue milestones: 5": "/milestones?show=overdue&of=team%3DCore",
      "Not reported, Not reported: 2": "/programs?team=Core&owner=&status=",
      "Severity High, likelihood Not reported: 4":
        "/risks?severity=High&likelihood=&status=Open&status=Mitigating&of=team%3DCore",
      Atlas: "/program/p1",
    });
  });

  it("leads nowhere from a status that the filter leaves out", async () => {
    const links = await linksAt("/overview?status=At+Risk");
    expect([...links.keys()].filter((name) => /^(On|Off) Track|, On Track/.test(name))).toEqual([]);
    expect(links.get("At Risk: 0")).toBe("/programs?status=At+Risk");
  });

  it("says why a program needs attention, and what changed", async () => {
    await linksAt("/overview");
    expect(screen.getByRole("list", { name: "Needs attention" })).toHaveTextContent(
      /On Track.*Off Track.*Atlas.*The launch was planned for 10 Jan 2026/,
    );
    expect(screen.getByRole("list", { name: "Last 7 days" })).toHaveTextContent("Atlas: At Risk → On Track");
    expect(screen.getByText(/Without programs: Trust/)).toBeVisible();
  });
});
