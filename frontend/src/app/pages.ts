import { lazyRouteComponent } from "@tanstack/react-router";

// Pages that the window does not start with: the first page does not wait for their code.
export const OverviewRoute = lazyRouteComponent(() => import("./overview-route"), "OverviewRoute");
export const ProgramRoute = lazyRouteComponent(() => import("./program-route"), "ProgramRoute");
export const RisksPage = lazyRouteComponent(() => import("../features/risks/risks-page"), "RisksPage");
export const MilestonesPage = lazyRouteComponent(
  () => import("../features/milestones/milestones-page"),
  "MilestonesPage",
);
export const ObjectivesPage = lazyRouteComponent(
  () => import("../features/objectives/objectives-page"),
  "ObjectivesPage",
);
export const ReportsPage = lazyRouteComponent(
  () => import("../features/reports/reports-page"),
  "ReportsPage",
);
export const ReportPage = lazyRouteComponent(() => import("../features/reports/report-page"), "ReportPage");
export const ActivityPage = lazyRouteComponent(
  () => import("../features/activity/activity-page"),
  "ActivityPage",
);
export const SettingsRoute = lazyRouteComponent(() => import("./settings-route"), "SettingsRoute");

const pages = [
  OverviewRoute,
  ProgramRoute,
  RisksPage,
  MilestonesPage,
  ObjectivesPage,
  ReportsPage,
  ReportPage,
  ActivityPage,
  SettingsRoute,
];

/** Loads the code of all pages, so that none has to be waited for when it is opened. */
export function loadPagesAhead(): void {
  for (const page of pages) void page.preload?.();
}
