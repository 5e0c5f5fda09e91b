import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { useStored } from "../../lib/stored";
import { Button } from "../../ui/button";
import { Section, SectionNote } from "../../ui/section";
import { useReadOnly } from "../../vocabulary/desk-day";
import { takeHandedUpdates } from "../../vocabulary/handed-update";
import { freshDraft, keepDraft, readDraft, withHanded } from "./draft";
import styles from "./status-updates.module.css";
import { UpdateComposer } from "./update-composer";
import { UpdateDialog } from "./update-dialog";
import { UpdateEntry } from "./update-entry";

/** How many updates are shown before more are asked for. */
const shownAtFirst = 6;

/** The feed of a program: what was reported when, newest first. */
export function StatusUpdates({ detail: { program, updates } }: { detail: portfolio.ProgramDetail }) {
  const { t, i18n } = useTranslation();
  const readOnly = useReadOnly();
  const [writing, setWriting] = useState(false);
  const [handed, setHanded] = useState(0);
  useEffect(
    () =>
      takeHandedUpdates(program.id, (text) => {
        keepDraft(program.id, withHanded(readDraft(program.id) ?? freshDraft(program, i18n.language), text));
        setHanded((times) => times + 1); // a composer that is open begins anew with it
        setWriting(true);
      }),
    [program, i18n.language],
  );
  const [all, setAll] = useState(false);
  const [plain, setPlain] = useStored("updates.plain");
  const [correcting, setCorrecting] = useState<portfolio.StatusUpdate>();
  const shown = all ? updates : updates.slice(0, shownAtFirst);
  return (
    <Section
      title={t("update.title")}
      aside={updates.length}
      action={
        <div className={styles.tools}>
          {updates.length > 1 && (
            <Button
              kind="quiet"
              aria-pressed={plain === undefined}
              onClick={() => setPlain(plain === undefined ? "yes" : undefined)}
            >
              {t("update.differences")}
            </Button>
          )}
          {!writing && !readOnly && (
            <Button onClick={() => setWriting(true)}>
              {t(readDraft(program.id) ? "update.continue" : "update.write")}
            </Button>
          )}
        </div>
      }
    >
      {writing && !readOnly && (
        <UpdateComposer key={handed} program={program} onClose={() => setWriting(false)} />
      )}
      {updates.length === 0 && !writing && <SectionNote>{t("update.none")}</SectionNote>}
      <ol className={styles.feed}>
        {shown.map((update, index) => (
          <UpdateEntry
            key={update.id}
            update={update}
            before={plain === undefined ? updates[index + 1] : undefined}
            {...(!readOnly && { onCorrect: () => setCorrecting(update) })}
          />
        ))}
      </ol>
      {shown.length < updates.length && (
        <Button kind="quiet" className={styles.older} onClick={() => setAll(true)}>
          {t("update.older", { count: updates.length - shown.length })}
        </Button>
      )}
      {correcting && <UpdateDialog update={correcting} onClose={() => setCorrecting(undefined)} />}
    </Section>
  );
}
