import { useQuery } from "@tanstack/react-query";
import { ArrowUUpLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowUUpLeft";
import { ArrowUUpRightIcon } from "@phosphor-icons/react/dist/csr/ArrowUUpRight";
import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ClockCounterClockwise";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStillOn } from "../../lib/use-still-on";
import { Button } from "../../ui/button";
import { Page, PageBar, PageBody } from "../../ui/page";
import { Segments } from "../../ui/segments";
import { useAsOf, useReadOnly, useToday } from "../../vocabulary/desk-day";
import { deskQuery } from "../../vocabulary/desk-query";
import { LookBackDialog } from "../../vocabulary/look-back-dialog";
import { useUndo } from "../../vocabulary/use-undo";
import {
  changedBetween,
  choosePeriod,
  periodOf,
  periods,
  readActivitySearch,
  shownParts,
  type ActivitySearch,
  type ShownPart,
} from "./address";
import { ChangeSets } from "./change-sets";
import { ChangesByProgram } from "./changes-by-program";
import { HistoryFilters } from "./history-filters";
import { PeriodFields } from "./period-fields";
import { Trash } from "./trash";

/** Everything that was written, what differs between two days, what was deleted, and the way back. */
export function ActivityPage({ search }: { search: ActivitySearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const stillOn = useStillOn("/activity");
  const today = useToday();
  const show: ShownPart = search.show ?? "history";
  const between = changedBetween(search, today);
  const period = periodOf(search, today);
  const change = useCallback(
    (next: Record<string, string | string[]>, replace = false) => {
      if (stillOn())
        void navigate({ to: "/activity", search: readActivitySearch({ ...search, ...next }), replace });
    },
    [navigate, search, stillOn],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const partWords = { history: t("trash.history"), changes: t("activity.between"), deleted: t("trash.tab") };

  return (
    <Page title={t("page.activity")} actions={<ActivityActions />}>
      <PageBar>
        <Segments<ShownPart>
          label={t("trash.show")}
          value={show}
          options={shownParts.map((value) => ({ value, label: partWords[value] }))}
          onChange={(next) => void navigate({ to: "/activity", search: readActivitySearch({ show: next }) })}
        />
        {show === "history" && <HistoryFilters search={search} change={change} onFind={find} />}
        {show === "changes" && (
          <>
            <Segments
              label={t("activity.period")}
              value={period}
              options={periods.map((value) => ({ value, label: t(`activity.periods.${value}`) }))}
              onChange={(next) => change(choosePeriod(next, search, today))}
            />
            {period === "custom" && (
              <PeriodFields
                since={between.since}
                until={between.until === "" ? undefined : between.until}
                onChange={change}
              />
            )}
          </>
        )}
      </PageBar>
      <PageBody>
        {show === "history" && <ChangeSets search={search} />}
        {show === "changes" && <ChangesByProgram since={between.since} until={between.until} />}
        {show === "deleted" && <Trash />}
      </PageBody>
    </Page>
  );
}

/** The way back to a day, and one step back or forth. */
function ActivityActions() {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const asOf = useAsOf();
  const { undo, redo } = useUndo();
  const blank = useQuery(deskQuery).data?.counts.change_sets === 0;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <ClockCounterClockwiseIcon size={14} aria-hidden />
        {t("lookBack.open")}
      </Button>
      {!readOnly && (
        <>
          <Button onClick={undo} disabled={blank} aria-keyshortcuts="Control+Z Meta+Z">
            <ArrowUUpLeftIcon size={14} aria-hidden />
            {t("undo")}
          </Button>
          <Button onClick={redo} disabled={blank} aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z">
            <ArrowUUpRightIcon size={14} aria-hidden />
            {t("redo")}
          </Button>
        </>
      )}
      {asking && <LookBackDialog day={asOf} onClose={() => setAsking(false)} />}
    </>
  );
}
