import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from "@tanstack/react-router";
import { readActivitySearch } from "../features/activity/address";
import { readMilestoneSearch } from "../features/milestones/address";
import { readObjectiveSearch } from "../features/objectives/address";
import { readOverviewSearch } from "../features/overview/address";
import { readProgramSearch } from "../features/programs/address";
import { readAhead } from "../features/programs/queries";
import { readRiskSearch } from "../features/risks/address";
import { parseSearch, stringifySearch, textOf } from "../lib/search-params";
import { readStored, writeStored } from "../lib/stored";
import {
  ActivityPage,
  MilestonesPage,
  ObjectivesPage,
  OverviewRoute,
  ProgramRoute,
  ReportPage,
  ReportsPage,
  RisksPage,
  SettingsRoute,
} from "./pages";
import { PageFailure } from "./page-failure";
import { PageNotFound } from "./page-not-found";
import { ProgramsRoute } from "./programs-route";
import { queryClient } from "./query-client";
import { Shell } from "./shell";

/** An address that names a record to jump to. */
function readRecordSearch(raw: Record<string, unknown>): { record?: string } {
  const record = textOf(raw.record);
  return record ? { record } : {};
}

const root = createRootRoute({ component: Shell });

/** The pages that the window may open with: the one that was open when it was closed. */
const startPages = [
  "/overview",
  "/programs",
  "/risks",
  "/milestones",
  "/objectives",
  "/reports",
  "/activity",
] as const;
const lastPage = "page";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    const last = readStored(lastPage) ?? "";
    redirect({ to: startPages.find((page) => page === last) ?? "/programs", replace: true, throw: true });
  },
});

const overview = createRoute({
  getParentRoute: () => root,
  path: "/overview",
  validateSearch: readOverviewSearch,
  component: () => <OverviewRoute search={overview.useSearch()} />,
});

const programs = createRoute({
  getParentRoute: () => root,
  path: "/programs",
  validateSearch: readProgramSearch,
  loaderDeps: ({ search }) => search,
  // Not awaited: the rows are read while the page around them is drawn.
  loader: ({ deps }) => {
    readAhead(queryClient, deps);
  },
  component: () => <ProgramsRoute search={programs.useSearch()} />,
});

const program = createRoute({
  getParentRoute: () => root,
  path: "/program/$id",
  validateSearch: readRecordSearch,
  component: () => <ProgramRoute id={program.useParams().id} record={program.useSearch().record} />,
});

const risks = createRoute({
  getParentRoute: () => root,
  path: "/risks",
  validateSearch: readRiskSearch,
  component: () => <RisksPage search={risks.useSearch()} />,
});

const milestones = createRoute({
  getParentRoute: () => root,
  path: "/milestones",
  validateSearch: readMilestoneSearch,
  component: () => <MilestonesPage search={milestones.useSearch()} />,
});

const objectives = createRoute({
  getParentRoute: () => root,
  path: "/objectives",
  validateSearch: readObjectiveSearch,
  component: () => <ObjectivesPage search={objectives.useSearch()} />,
});

const reports = createRoute({
  getParentRoute: () => root,
  path: "/reports",
  component: () => <ReportsPage />,
});

const report = createRoute({
  getParentRoute: () => root,
  path: "/report/$report",
  component: () => <ReportPage id={report.useParams().report} />,
});

const activity = createRoute({
  getParentRoute: () => root,
  path: "/activity",
  validateSearch: readActivitySearch,
  component: () => <ActivityPage search={activity.useSearch()} />,
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: () => <SettingsRoute />,
});

/** The addresses that answers use for a part of a program lead to the program's page. */
function partRoute<P extends "/risk/$id" | "/milestone/$id">(path: P) {
  return createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: (raw: Record<string, unknown>) => ({ program: textOf(raw.program) ?? "" }),
    beforeLoad: ({ params, search }) => {
      const { id } = params as { id: string };
      redirect({
        to: "/program/$id",
        params: { id: search.program },
        search: { record: id },
        replace: true,
        throw: true,
      });
    },
  });
}

const objective = createRoute({
  getParentRoute: () => root,
  path: "/objective/$id",
  beforeLoad: ({ params }) => {
    redirect({ to: "/objectives", search: { record: params.id }, replace: true, throw: true });
  },
});

const routeTree = root.addChildren([
  home,
  overview,
  programs,
  program,
  risks,
  milestones,
  objectives,
  reports,
  report,
  activity,
  settings,
  partRoute("/risk/$id"),
  partRoute("/milestone/$id"),
  objective,
]);

/** Leads through the pages; one for each time that the window is drawn. */
export function newRouter() {
  const router = createRouter({
    routeTree,
    history: createHashHistory(),
    parseSearch,
    stringifySearch,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: PageNotFound,
  });
  router.subscribe("onResolved", ({ toLocation: { pathname } }) => {
    if (startPages.some((page) => page === pathname)) writeStored(lastPage, pathname);
  });
  return router;
}

export type Router = ReturnType<typeof newRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: Router;
  }
}
