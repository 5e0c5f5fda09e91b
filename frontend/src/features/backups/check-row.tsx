import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isCancelled } from "../../bridge/app-error";
import { desk } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { useProgress } from "../../bridge/use-progress";
import { Button } from "../../ui/button";
import { contents } from "./backup-words";
import styles from "./backups.module.css";

/** How many problems are listed. */
const shown = 20;

/** Checks the portfolio file, and says what it found. */
export function CheckRow() {
  const { t } = useTranslation();
  const waiting = useRef<AbortController>(undefined);
  useEffect(() => () => waiting.current?.abort(), []);
  const check = useMutation({
    mutationFn: () => {
      waiting.current = new AbortController();
      return readUntil(waiting.current.signal, (ticket) => desk.CheckFile(ticket));
    },
  });
  const progress = useProgress("check:progress", check.isPending);
  const report = check.data;
  const problems = report?.problems ?? [];
  return (
    <div className={styles.row}>
      <div>
        <p>{t("check.title")}</p>
        <p className={styles.note}>{t("check.note")}</p>
        <div role="status">
          {report?.ok && (
            <p className={styles.good}>{t("check.sound", { contents: contents(t, report.counts) })}</p>
          )}
        </div>
        <div role="alert">
          {problems.length > 0 && (
            <>
              <p className={styles.error}>{t("check.problems", { count: problems.length })}</p>
              <ul className={styles.problems}>
                {problems.slice(0, shown).map((problem, index) => (
                  <li key={index}>
                    {problem.where}: {problem.what}
                  </li>
                ))}
              </ul>
            </>
          )}
          {check.error && !isCancelled(check.error) && <p className={styles.error}>{check.error.message}</p>}
        </div>
      </div>
      <div className={styles.buttons}>
        {check.isPending && (
          <progress
            className={styles.bar}
            aria-label={t("check.title")}
            {...(progress && { value: progress.done, max: progress.total })}
          />
        )}
        {check.isPending ? (
          <Button onClick={() => waiting.current?.abort()}>{t("cancel")}</Button>
        ) : (
          <Button onClick={() => check.mutate()}>{t("check.run")}</Button>
        )}
      </div>
    </div>
  );
}
