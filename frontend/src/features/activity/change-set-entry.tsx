import { useQuery } from "@tanstack/react-query";
import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { clsx } from "clsx";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { dayOf, formatInstant } from "../../lib/dates";
import { useDayWords } from "../../vocabulary/day";
import { useToday } from "../../vocabulary/desk-day";
import { LookBackButton } from "../../vocabulary/look-back-button";
import styles from "./activity-page.module.css";
import { changeSetQuery } from "./queries";
import { LoggedChanges } from "./logged-changes";

/** One change set; its rows are read when it is opened. */
export function ChangeSetEntry({ set }: { set: portfolio.ChangeSet }) {
  const { t, i18n } = useTranslation();
  const words = useDayWords();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const rowsId = useId();
  const written = dayOf(new Date(set.written_at));
  return (
    <li className={clsx(styles.entry, set.undone && styles.undone)}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={rowsId}
        onClick={() => setOpen(!open)}
      >
        <CaretRightIcon size={12} className={styles.caret} aria-hidden />
        <span className={styles.why}>{set.why}</span>
        {set.undone && <span className={styles.badge}>{t("activity.undone")}</span>}
        <span className={styles.facts}>
          <span>{t("activity.changes", { count: set.count })}</span>
          {set.as_of !== written && <span>{t("activity.asOf", { day: words.day(set.as_of) })}</span>}
          <span>{t(`actor.${set.actor}`)}</span>
          <time dateTime={new Date(set.written_at).toISOString()}>
            {formatInstant(set.written_at, i18n.language)}
          </time>
        </span>
      </button>
      <div id={rowsId} hidden={!open}>
        {open && <ChangeRows id={set.id} />}
        {open && set.as_of < today && (
          <div className={styles.then}>
            <LookBackButton day={set.as_of} />
          </div>
        )}
      </div>
    </li>
  );
}

function ChangeRows({ id }: { id: number }) {
  const set = useQuery(changeSetQuery(id));
  if (set.error) return <p className={styles.note}>{set.error.message}</p>;
  return set.data ? <LoggedChanges changes={set.data.changes} /> : null;
}
