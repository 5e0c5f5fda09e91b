import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowUUpLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowUUpLeft";
import { ArrowUUpRightIcon } from "@phosphor-icons/react/dist/csr/ArrowUUpRight";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Failure, Notice } from "../../ui/notice";
import { Page, PageBody } from "../../ui/page";
import { useUndo } from "../../vocabulary/use-undo";
import styles from "./activity-page.module.css";
import { ChangeSetEntry } from "./change-set-entry";
import { activityQuery } from "./queries";

/** Everything that was written, newest first, and the way back. */
export function ActivityPage() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(activityQuery);
  const { undo, redo } = useUndo();
  const sets = list.data?.pages.flat() ?? [];
  return (
    <Page
      title={t("page.activity")}
      actions={
        <>
          <Button onClick={undo} disabled={sets.length === 0} aria-keyshortcuts="Control+Z Meta+Z">
            <ArrowUUpLeftIcon size={14} aria-hidden />
            {t("undo")}
          </Button>
          <Button
            onClick={redo}
            disabled={sets.length === 0}
            aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
          >
            <ArrowUUpRightIcon size={14} aria-hidden />
            {t("redo")}
          </Button>
        </>
      }
    >
      {list.error ? (
        <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />
      ) : list.data && sets.length === 0 ? (
        <Notice title={t("activity.none")} text={t("activity.noneText")} />
      ) : (
        <PageBody>
          <ol aria-label={t("page.activity")}>
            {sets.map((set) => (
              <ChangeSetEntry key={set.id} set={set} />
            ))}
          </ol>
          {list.hasNextPage && (
            <div className={styles.more}>
              <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
                {t("activity.older")}
              </Button>
            </div>
          )}
        </PageBody>
      )}
    </Page>
  );
}
