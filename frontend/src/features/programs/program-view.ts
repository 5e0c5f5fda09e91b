import type { portfolio } from "../../bridge/model";
import type { ProgramSearch } from "./address";

/** What every view of the programs gets: the same filter and order. */
export interface ProgramViewProps {
  search: ProgramSearch;
  /** What the search asks Go for. */
  query: portfolio.Query;
  /** Changes the address; an empty text or list takes its key away. */
  change: (next: Record<string, string | string[]>, replace?: boolean) => void;
}
