import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reports } from "../../bridge/backend";
import { useReadWhileShown } from "../../bridge/give-up";
import type { report } from "../../bridge/model";
import { addDays } from "../../lib/dates";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { Spinner } from "../../ui/spinner";
import { DayField } from "../../vocabulary/day-field";
import { useToday } from "../../vocabulary/desk-day";
import { ProgramChoice } from "../../vocabulary/program-choice";
import { savedViewsQuery } from "../../vocabulary/saved-views";
import { KindChoice } from "./kind-choice";
import type { ReportKind } from "./kinds";
import styles from "./new-report-dialog.module.css";
import { reportQuery, reportsQuery } from "./queries";

/** How far back a report of changes looks where nobody says otherwise, in days. */
const usualSince = 30;

interface NewReportDialogProps {
  onMade: (kept: report.Kept) => void;
  onClose: () => void;
}

/** Asks what the report is for and about, makes it and keeps it. */
export function NewReportDialog({ onMade, onClose }: NewReportDialogProps) {
  const { t } = useTranslation();
  const today = useToday();
  const client = useQueryClient();
  const views = useQuery(savedViewsQuery).data ?? [];
  const [kind, setKind] = useState<ReportKind>("executive");
  const [view, setView] = useState("");
  const [program, setProgram] = useState<string>();
  const [asOf, setAsOf] = useState<string | null | undefined>(today);
  const [since, setSince] = useState<string | null | undefined>();
  const ofProgram = kind === "program";
  const from = since === undefined && kind === "changes" ? addDays(asOf ?? today, -usualSince) : since;

  const reading = useReadWhileShown();
  const make = useMutation({
    mutationFn: (request: report.Request) => reading((ticket) => reports.Create(request, ticket)),
    onSuccess: (kept) => {
      client.setQueryData(reportQuery(kept.id).queryKey, kept);
      void client.invalidateQueries({ queryKey: reportsQuery.queryKey, exact: true });
    },
  });
  const ready = asOf !== undefined && (!ofProgram || program !== undefined);
  const run = () => {
    if (asOf === undefined) return;
    make.mutate(
      {
        kind,
        scope: ofProgram ? { view: "", program: program ?? "" } : { view, program: "" },
        as_of: asOf,
        since: from ?? null,
      },
      {
        onSuccess: (kept) => {
          onClose();
          onMade(kept); // not called where the dialog was closed meanwhile
        },
      },
    );
  };
  return (
    <Dialog title={t("report.new")} closeLabel={t("close")} onClose={onClose} wide>
      <DialogBody>
        <div className={styles.fields}>
          <KindChoice value={kind} onChange={setKind} />
          {ofProgram ? (
            <ProgramChoice onChange={setProgram} />
          ) : (
            <Field label={t("report.scope")}>
              {({ id }) => (
                <Choice
                  id={id}
                  label={t("report.scope")}
                  value={view}
                  options={[
                    { value: "", label: t("assistant.wholePortfolio") },
                    ...views.map(({ id: value, name }) => ({ value, label: name })),
                  ]}
                  onChange={setView}
                />
              )}
            </Field>
          )}
          <div className={styles.days}>
            <DayField
              label={t("report.asOf")}
              hint={t("report.asOfHint")}
              initial={today}
              onChange={setAsOf}
            />
            <DayField
              key={kind === "changes" ? "changes" : "others"}
              label={t("report.sinceField")}
              hint={t("report.sinceHint")}
              initial={from ?? null}
              onChange={setSince}
            />
          </div>
        </div>
        <div role="alert">{make.error && <p className={styles.fault}>{make.error.message}</p>}</div>
      </DialogBody>
      <DialogActions>
        <p role="status" className={styles.progress}>
          {make.isPending && (
            <>
              <Spinner />
              {t("report.making")}
            </>
          )}
        </p>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button kind="primary" disabled={!ready || make.isPending} onClick={run}>
          {t("report.make")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
