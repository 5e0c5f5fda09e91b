import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Failure, Notice } from "../../ui/notice";
import styles from "./activity-page.module.css";
import { ChangeSetEntry } from "./change-set-entry";
import { activityQuery } from "./queries";

/** Everything that was written, newest first. */
export function ChangeSets() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(activityQuery);
  const sets = list.data?.pages.flat() ?? [];
  if (list.error) {
    return <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />;
  }
  if (list.data && sets.length === 0) {
    return <Notice title={t("activity.none")} text={t("activity.noneText")} />;
  }
  return (
    <>
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
    </>
  );
}
