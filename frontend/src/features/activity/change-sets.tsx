import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Failure, Notice } from "../../ui/notice";
import { isNarrowed, toActivityFilter, type ActivitySearch } from "./address";
import styles from "./activity-page.module.css";
import { ChangeSetEntry } from "./change-set-entry";
import { activityQuery } from "./queries";

/** What was written, as far as the address asks for it, newest first. */
export function ChangeSets({ search }: { search: ActivitySearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useInfiniteQuery(activityQuery(toActivityFilter(search)));
  const sets = list.data?.pages.flat() ?? [];
  if (list.error) {
    return <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />;
  }
  if (list.data && sets.length === 0) {
    if (!isNarrowed(search)) return <Notice title={t("activity.none")} text={t("activity.noneText")} />;
    return (
      <Notice title={t("activity.noneMatch")} text={t("activity.noneMatchText")}>
        <Button onClick={() => void navigate({ to: "/activity", search: {} })}>{t("filter.clear")}</Button>
      </Notice>
    );
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
