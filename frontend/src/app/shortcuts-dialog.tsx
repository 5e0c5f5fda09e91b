import { useId } from "react";
import { useTranslation } from "react-i18next";
import { pagesWithKey, type PageWithKey, type Shortcut } from "../lib/shortcuts";
import { Dialog, DialogBody } from "../ui/dialog";
import { KeyCaps } from "../vocabulary/key-caps";
import styles from "./shortcuts-dialog.module.css";

/** Where each shortcut works. The type makes one that is listed nowhere a fault of compilation. */
const places = {
  search: "anywhere",
  assistant: "anywhere",
  undo: "anywhere",
  redo: "anywhere",
  shortcuts: "anywhere",
  up: "list",
  down: "list",
  screenUp: "list",
  screenDown: "list",
  first: "list",
  last: "list",
  openRow: "list",
  intoRow: "list",
  outOfRow: "list",
  timelineBack: "timeline",
  timelineOn: "timeline",
  timelineLaunchBack: "timeline",
  timelineLaunchOn: "timeline",
  timelineStartBack: "timeline",
  timelineStartOn: "timeline",
  timelineDates: "timeline",
  timelineLinks: "timeline",
  timelineMark: "timeline",
  timelineZoomIn: "timeline",
  timelineZoomOut: "timeline",
  timelineToday: "timeline",
  previous: "program",
  next: "program",
  send: "assistant",
  breakLine: "assistant",
} as const satisfies Record<Exclude<Shortcut, PageWithKey | "settings">, string>;

type NamedShortcut = keyof typeof places;

const groups = ["anywhere", "list", "timeline", "program", "assistant"] as const;
const named = Object.keys(places) as NamedShortcut[];
const pages = [...pagesWithKey, "settings"] as const;

/** Lists the shortcuts of the window. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("shortcuts.title")} closeLabel={t("close")} onClose={onClose} wide>
      <DialogBody onlyText>
        <div className={styles.groups}>
          {groups.map((group) => (
            <Group
              key={group}
              title={t(`shortcuts.${group}`)}
              rows={named
                .filter((shortcut) => places[shortcut] === group)
                .map((shortcut) => ({ shortcut, label: t(`shortcut.${shortcut}`) }))}
            />
          ))}
          <Group
            title={t("shortcuts.pages")}
            rows={pages.map((shortcut) => ({ shortcut, label: t(`page.${shortcut}`) }))}
          />
        </div>
      </DialogBody>
    </Dialog>
  );
}

function Group({ title, rows }: { title: string; rows: { shortcut: Shortcut; label: string }[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <dl>
        {rows.map(({ shortcut, label }) => (
          <div key={shortcut} className={styles.row}>
            <dt>{label}</dt>
            <dd>
              <KeyCaps shortcut={shortcut} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
