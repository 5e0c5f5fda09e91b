import { useIsMutating, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { loadSampleKey } from "../features/imports/queries";
import type { ProgramSearch } from "../features/programs/address";
import { NewProgramDialog } from "../features/programs/new-program";
import { ProgramsPage } from "../features/programs/programs-page";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { later } from "../lib/later";
import { useReadOnly } from "../vocabulary/desk-day";
import { deskQuery } from "../vocabulary/desk-query";
import { useImport } from "./import-context";

const FirstRun = later(async () => (await import("../features/imports/first-run")).FirstRun);

/** The program list, or the first-run page while there are no programs. */
export function ProgramsRoute({ search }: { search: ProgramSearch }) {
  const { t } = useTranslation();
  const state = useQuery(deskQuery).data;
  const { pick } = useImport();
  const [creating, setCreating] = useState(false);
  const readOnly = useReadOnly();
  const loading = useIsMutating({ mutationKey: loadSampleKey }) > 0;
  if (state?.counts.programs === 0 && readOnly) {
    return (
      <Page title={t("page.programs")}>
        <Notice title={t("program.noneThen")} text={t("program.noneThenText")} />
      </Page>
    );
  }
  if (state?.counts.programs === 0 || loading) {
    return (
      <>
        <FirstRun onPick={pick} onStartEmpty={() => setCreating(true)} />
        {creating && <NewProgramDialog onClose={() => setCreating(false)} />}
      </>
    );
  }
  return <ProgramsPage search={search} onImport={pick} />;
}
