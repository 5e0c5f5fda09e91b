import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ClockCounterClockwise";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { programs } from "../../bridge/backend";
import { portfolio } from "../../bridge/model";
import { dayOf, formatInstant } from "../../lib/dates";
import { dataKey } from "../../lib/query-keys";
import { Button, IconButton } from "../../ui/button";
import { Section, SectionNote } from "../../ui/section";
import { toastFailure } from "../../ui/toasts";
import { useChangeWords } from "../../vocabulary/change-words";
import { useDayWords } from "../../vocabulary/day";
import { useToday } from "../../vocabulary/desk-day";
import { useLookBack } from "../../vocabulary/use-look-back";
import styles from "./program-activity.module.css";

const pageSize = 10;

function programActivityQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: [dataKey, "activity", "program", id],
    queryFn: ({ pageParam }) => programs.Activity(id, pageParam, pageSize),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
  });
}

/** What was written about a program and its records, newest first. */
export function ProgramActivity({ programId }: { programId: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(programActivityQuery(programId));
  const sets = list.data?.pages.flat() ?? [];
  return (
    <Section title={t("page.activity")}>
      {list.error && <SectionNote>{list.error.message}</SectionNote>}
      <ol aria-label={t("page.activity")}>
        {sets.map((set) => (
          <ActivityEntry key={set.id} set={set} programId={programId} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button
          kind="quiet"
          className={styles.older}
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("activity.older")}
        </Button>
      )}
    </Section>
  );
}

/** How many rows of a change set are listed. */
const listed = 5;

function ActivityEntry({ set, programId }: { set: portfolio.ChangeSet; programId: string }) {
  const { t, i18n } = useTranslation();
  const words = useDayWords();
  const today = useToday();
  const look = useLookBack();
  const written = dayOf(new Date(set.written_at));
  // That an update was posted says that the day of the last one is another.
  const telling = set.changes.filter(({ field }) => field !== "last_update");
  const rows = telling.slice(0, listed);
  const left = set.count - rows.length - (set.changes.length - telling.length);
  return (
    <li className={clsx(styles.entry, set.undone && styles.undone)}>
      <div className={styles.head}>
        <span className={styles.why}>{set.why}</span>
        {set.undone && <span>{t("activity.undone")}</span>}
        <span className={styles.when}>
          {set.actor !== portfolio.Actor.Person && <span>{t(`actor.${set.actor}`)}</span>}
          {set.as_of !== written && <span>{t("activity.asOf", { day: words.day(set.as_of) })}</span>}
          <time dateTime={new Date(set.written_at).toISOString()}>
            {formatInstant(set.written_at, i18n.language)}
          </time>
        </span>
        {set.as_of < today && (
          <IconButton
            label={t("activity.lookAt", { day: words.day(set.as_of) })}
            className={styles.look}
            disabled={look.isPending}
            onClick={() => look.mutate(set.as_of, { onError: (error) => toastFailure(error.message) })}
          >
            <ClockCounterClockwiseIcon size={14} />
          </IconButton>
        )}
      </div>
      <ul className={styles.rows}>
        {rows.map((change, index) => (
          <ActivityRow key={index} change={change} programId={programId} />
        ))}
        {left > 0 && <li>{t("activity.more", { count: left })}</li>}
      </ul>
    </li>
  );
}

/** "Status: At Risk → Off Track", "Pilot live · Due: …", "Risk No second supplier created". */
function ActivityRow({ change, programId }: { change: portfolio.Change; programId: string }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (change.field === "*") {
    const deed = change.before === null ? "activity.createdRow" : "activity.deletedRow";
    return <li>{t(deed, { record: t(`entity.${change.entity}`), name: words.record(change) })}</li>;
  }
  const value = (content: unknown) =>
    content === null || content === "" ? t("notReported") : words.value(change, content);
  const field = words.field(change.field);
  const posted = change.field === "status_update";
  return (
    <li>
      {change.id === programId ? field : `${change.label} · ${field}`}
      {": "}
      {!posted && <span className={styles.before}>{value(change.before)}</span>}
      {!posted && " → "}
      {value(change.after)}
    </li>
  );
}
