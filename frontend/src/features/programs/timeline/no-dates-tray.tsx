import { useInfiniteQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useId, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { Button } from "../../../ui/button";
import { ToneIcon } from "../../../ui/chip";
import { useReadOnly } from "../../../vocabulary/desk-day";
import { statusTone } from "../../../vocabulary/status-chip";
import { programListQuery } from "../queries";
import ink from "../../../ui/tone-ink.module.css";
import styles from "./no-dates-tray.module.css";
import { undatedQuery } from "./queries";

interface NoDatesTrayProps {
  query: portfolio.Query;
  onOpen: (program: portfolio.ProgramRow) => void;
  onGrab: (event: PointerEvent, program: portfolio.ProgramRow) => void;
}

/** The programs that have neither a start nor a launch: each can be dragged onto the axis, or opened to set its dates. */
export function NoDatesTray({ query, onOpen, onGrab }: NoDatesTrayProps) {
  const { t } = useTranslation();
  const id = useId();
  const readOnly = useReadOnly();
  const list = useInfiniteQuery(programListQuery(undatedQuery(query)));
  const programs = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  if (total === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.tray}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {t("timeline.noDates")}
        </h2>
        <p className={styles.count}>{total}</p>
        {!readOnly && <p className={styles.hint}>{t("timeline.noDatesHint")}</p>}
      </div>
      <ul className={styles.programs}>
        {programs.map((program) => (
          <li key={program.id}>
            <button
              type="button"
              className={clsx(styles.program, ink[statusTone(program.status)])}
              disabled={readOnly}
              aria-label={t("timeline.setDatesOf", { name: program.name })}
              onClick={() => onOpen(program)}
              onPointerDown={(event) => onGrab(event, program)}
            >
              <ToneIcon tone={statusTone(program.status)} />
              <span className={styles.name}>{program.name}</span>
            </button>
          </li>
        ))}
        {list.hasNextPage && (
          <li>
            <Button kind="quiet" onClick={() => void list.fetchNextPage()}>
              {t("timeline.more")}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
