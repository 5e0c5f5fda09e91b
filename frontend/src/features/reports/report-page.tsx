import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CaretLeftIcon } from "@phosphor-icons/react/dist/csr/CaretLeft";
import { PencilSimpleIcon } from "@phosphor-icons/react/dist/csr/PencilSimple";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { report } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Failure } from "../../ui/notice";
import { Page, PageBar } from "../../ui/page";
import { useDayWords } from "../../vocabulary/day";
import { useReadOnly } from "../../vocabulary/desk-day";
import { houseQuery } from "../../vocabulary/house-query";
import link from "../../ui/back-link.module.css";
import { DeleteReport } from "./delete-report";
import { ExportButtons } from "./export-buttons";
import { NarrativeEditor } from "./narrative-editor";
import { reportQuery } from "./queries";
import { scopeName } from "./sheet";
import { Sheets } from "./sheets";

/** One kept report: its pages, and what it can be saved as. */
export function ReportPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(reportQuery(id));
  if (query.data) return <OneReport key={id} kept={query.data} />;
  return (
    <Page title={t("report.gone")} lead={<BackToReports />}>
      {query.error && (
        <Failure error={query.error} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
      )}
    </Page>
  );
}

function BackToReports() {
  const { t } = useTranslation();
  return (
    <Link to="/reports" className={link.back} title={t("report.back")}>
      <CaretLeftIcon size={14} aria-hidden />
      <span className={link.word}>{t("page.reports")}</span>
    </Link>
  );
}

function OneReport({ kept }: { kept: report.Kept }) {
  const { t } = useTranslation();
  const { day } = useDayWords();
  const readOnly = useReadOnly();
  const house = useQuery(houseQuery);
  const [writing, setWriting] = useState(false);
  const scope = scopeName(kept, t("assistant.wholePortfolio"));
  return (
    <Page
      title={t(`report.kind.${kept.kind}`)}
      lead={<BackToReports />}
      aside={`${scope} · ${t("report.dataAsOf", { day: day(kept.as_of) })}`}
      actions={!readOnly && <DeleteReport head={kept} />}
    >
      <PageBar>
        {house.data && <ExportButtons kept={kept} house={house.data} />}
        {!readOnly && (
          <Button aria-pressed={writing} onClick={() => setWriting(!writing)}>
            <PencilSimpleIcon size={14} aria-hidden />
            {t(kept.narrative === "" ? "report.writeNarrative" : "report.editNarrative")}
          </Button>
        )}
      </PageBar>
      {house.error && (
        <Failure error={house.error} retryLabel={t("retry")} onRetry={() => void house.refetch()} />
      )}
      {house.data && (
        <Sheets
          kept={kept}
          house={house.data}
          editor={writing && <NarrativeEditor kept={kept} onClose={() => setWriting(false)} />}
        />
      )}
    </Page>
  );
}
