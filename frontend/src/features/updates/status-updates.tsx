import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Section, SectionNote } from "../../ui/section";
import { useDayWords } from "../../vocabulary/day";
import { StatusChip } from "../../vocabulary/status-chip";
import styles from "./status-updates.module.css";
import { UpdateComposer } from "./update-composer";

/** The feed of a program: what was reported when, newest first. */
export function StatusUpdates({ detail: { program, updates } }: { detail: portfolio.ProgramDetail }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  return (
    <Section
      title={t("update.title")}
      aside={updates.length}
      action={!writing && <Button onClick={() => setWriting(true)}>{t("update.write")}</Button>}
    >
      {writing && <UpdateComposer program={program} onClose={() => setWriting(false)} />}
      {updates.length === 0 && !writing && <SectionNote>{t("update.none")}</SectionNote>}
      <ol className={styles.feed}>
        {updates.map((update) => (
          <UpdateEntry key={update.id} update={update} />
        ))}
      </ol>
    </Section>
  );
}

function UpdateEntry({ update }: { update: portfolio.StatusUpdate }) {
  const { t } = useTranslation();
  const words = useDayWords();
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <strong className={styles.day}>{words.day(update.date)}</strong>
        <span>{words.age(update.date)}</span>
        {update.author && <span>{update.author}</span>}
        {update.status && <StatusChip status={update.status} />}
        {update.progress != null && <span>{t("progress.percent", { percent: update.progress })}</span>}
        {update.launch_date && <span>{t("update.launch", { day: words.day(update.launch_date) })}</span>}
      </div>
      <p className={styles.text}>{update.text}</p>
    </li>
  );
}
