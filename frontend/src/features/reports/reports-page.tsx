import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { report } from "../../bridge/model";
import { isPressed } from "../../lib/shortcuts";
import { Button } from "../../ui/button";
import { DataGrid } from "../../ui/data-grid";
import { Failure, Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { useReadOnly } from "../../vocabulary/desk-day";
import { DeleteReportDialog } from "./delete-report";
import { NewReportDialog } from "./new-report-dialog";
import { reportsQuery } from "./queries";
import { reportColumns } from "./report-columns";

/** The kept reports, the newest first, and the way to a new one. */
export function ReportsPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const list = useQuery(reportsQuery);
  const [making, setMaking] = useState(false);
  const [deleting, setDeleting] = useState<report.Head>();
  const rows = list.data ?? [];
  const columns = useMemo(
    () => reportColumns(t, i18n.language, readOnly ? undefined : setDeleting),
    [t, i18n.language, readOnly],
  );
  const open = ({ id }: { id: string }) => void navigate({ to: "/report/$report", params: { report: id } });
  const make = !readOnly && (
    <Button kind="primary" onClick={() => setMaking(true)}>
      {t("report.new")}
    </Button>
  );
  return (
    <Page title={t("page.reports")} aside={list.data && rows.length} actions={rows.length > 0 && make}>
      {list.error ? (
        <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />
      ) : list.data && rows.length === 0 ? (
        <Notice title={t("report.none")} text={t("report.noneText")}>
          {make}
        </Notice>
      ) : (
        <DataGrid
          label={t("page.reports")}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          total={rows.length}
          busy={list.isFetching}
          sort={newestFirst}
          onOpen={open}
          onKey={(event, row) => {
            if (readOnly || !row || !isPressed("deleteReport", event)) return false;
            setDeleting(row);
            return true;
          }}
        />
      )}
      {making && <NewReportDialog onMade={open} onClose={() => setMaking(false)} />}
      {deleting && <DeleteReportDialog head={deleting} onClose={() => setDeleting(undefined)} />}
    </Page>
  );
}

const newestFirst: [] = [];

function keyOf(head: report.Head): string {
  return head.id;
}
