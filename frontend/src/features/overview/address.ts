/** What the address of the overview says. */
export type OverviewSearch = Record<string, never>;

export function readOverviewSearch(): OverviewSearch {
  return {};
}
