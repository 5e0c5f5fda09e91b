import { useQuery } from "@tanstack/react-query";
import { ArrowUUpLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowUUpLeft";
import { ArrowUUpRightIcon } from "@phosphor-icons/react/dist/csr/ArrowUUpRight";
import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ClockCounterClockwise";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Page, PageBar, PageBody } from "../../ui/page";
import { Segments } from "../../ui/segments";
import { useAsOf, useReadOnly } from "../../vocabulary/desk-day";
import { deskQuery } from "../../vocabulary/desk-query";
import { LookBackDialog } from "../../vocabulary/look-back-dialog";
import { useUndo } from "../../vocabulary/use-undo";
import { shownParts, type ActivitySearch, type ShownPart } from "./address";
import { ChangeSets } from "./change-sets";
import { Trash } from "./trash";

/** Everything that was written, what was deleted, and the way back. */
export function ActivityPage({ search: { show = "history" } }: { search: ActivitySearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const asOf = useAsOf();
  const { undo, redo } = useUndo();
  const blank = useQuery(deskQuery).data?.counts.change_sets === 0;
  const [asking, setAsking] = useState(false);
  return (
    <Page
      title={t("page.activity")}
      actions={
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
        </>
      }
    >
      <PageBar>
        <Segments<ShownPart>
          label={t("trash.show")}
          value={show}
          options={shownParts.map((value) => ({
            value,
            label: value === "deleted" ? t("trash.tab") : t("trash.history"),
          }))}
          onChange={(next) =>
            void navigate({ to: "/activity", search: next === "history" ? {} : { show: next } })
          }
        />
      </PageBar>
      <PageBody>{show === "deleted" ? <Trash /> : <ChangeSets />}</PageBody>
      {asking && <LookBackDialog day={asOf} onClose={() => setAsking(false)} />}
    </Page>
  );
}
