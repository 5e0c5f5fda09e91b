import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Section, SectionNote } from "../../ui/section";
import { useReadOnly } from "../../vocabulary/desk-day";
import styles from "./status-updates.module.css";
import { UpdateComposer } from "./update-composer";
import { UpdateDialog } from "./update-dialog";
import { UpdateEntry } from "./update-entry";

/** The feed of a program: what was reported when, newest first. */
export function StatusUpdates({ detail: { program, updates } }: { detail: portfolio.ProgramDetail }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const [writing, setWriting] = useState(false);
  const [correcting, setCorrecting] = useState<portfolio.StatusUpdate>();
  return (
    <Section
      title={t("update.title")}
      aside={updates.length}
      action={!writing && !readOnly && <Button onClick={() => setWriting(true)}>{t("update.write")}</Button>}
    >
      {writing && <UpdateComposer program={program} onClose={() => setWriting(false)} />}
      {updates.length === 0 && !writing && <SectionNote>{t("update.none")}</SectionNote>}
      <ol className={styles.feed}>
        {updates.map((update) => (
          <UpdateEntry
            key={update.id}
            update={update}
            {...(!readOnly && { onCorrect: () => setCorrecting(update) })}
          />
        ))}
      </ol>
      {correcting && <UpdateDialog update={correcting} onClose={() => setCorrecting(undefined)} />}
    </Section>
  );
}
