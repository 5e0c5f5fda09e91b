import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FirstRun } from "../features/imports/first-run";
import type { ProgramSearch } from "../features/programs/address";
import { NewProgramDialog } from "../features/programs/new-program-dialog";
import { ProgramsPage } from "../features/programs/programs-page";
import { deskQuery } from "../vocabulary/desk-query";
import { useImport } from "./import-context";

/** The program list, or the first-run page while there are no programs. */
export function ProgramsRoute({ search }: { search: ProgramSearch }) {
  const state = useQuery(deskQuery).data;
  const { pick } = useImport();
  const [creating, setCreating] = useState(false);
  if (state?.counts.programs === 0) {
    return (
      <>
        <FirstRun onPick={pick} onStartEmpty={() => setCreating(true)} />
        {creating && <NewProgramDialog onClose={() => setCreating(false)} />}
      </>
    );
  }
  return <ProgramsPage search={search} onImport={pick} />;
}
