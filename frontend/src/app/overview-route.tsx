import { useNavigate } from "@tanstack/react-router";
import { readOverviewSearch, type OverviewSearch } from "../features/overview/address";
import { OverviewPage } from "../features/overview/overview-page";
import { ProgramFilters } from "../features/programs/program-filters";
import { readProgramFilter } from "../vocabulary/program-filter";

/** The overview with the filters of the program list. */
export function OverviewRoute({ search }: { search: OverviewSearch }) {
  const navigate = useNavigate();
  return (
    <OverviewPage
      search={search}
      filters={
        <ProgramFilters
          search={readProgramFilter(search)}
          onChange={(field, values) =>
            void navigate({ to: "/overview", search: readOverviewSearch({ ...search, [field]: values }) })
          }
        />
      }
    />
  );
}
