import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesWithKey, shortcuts, type Chord, type PageWithKey, type Shortcut } from "../lib/shortcuts";
import { Dialog, DialogBody } from "../ui/dialog";
import { TextInput } from "../ui/field";
import { KeyCaps, useKeyWords } from "../vocabulary/key-caps";
import styles from "./shortcuts-dialog.module.css";

/** Where each shortcut works. The type makes one that is listed nowhere a fault of compilation. */
const places = {
  palette: "anywhere",
  search: "anywhere",
  newProgram: "anywhere",
  assistant: "anywhere",
  assistantPage: "anywhere",
  navigation: "anywhere",
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
  timelineZoomIn: "timeline",
  timelineZoomOut: "timeline",
  timelineToday: "timeline",
  columnLeft: "board",
  columnRight: "board",
  lift: "board",
  putBack: "board",
  editCell: "list",
  select: "list",
  selectAll: "list",
  peek: "list",
  previous: "program",
  next: "program",
  nextSheet: "report",
  previousSheet: "report",
  firstSheet: "report",
  lastSheet: "report",
  deleteReport: "report",
  send: "assistant",
  breakLine: "assistant",
  renameConversation: "assistant",
  deleteConversation: "assistant",
} as const satisfies Record<Exclude<Shortcut, PageWithKey | "settings">, string>;

type NamedShortcut = keyof typeof places;

const groups = ["anywhere", "list", "board", "timeline", "program", "report", "assistant"] as const;
const named = Object.keys(places) as NamedShortcut[];
const pages = [...pagesWithKey, "settings"] as const;

/** A shortcut and what it does. */
interface ShortcutRow {
  shortcut: Shortcut;
  label: string;
}

/** Lists the shortcuts of the window; typing finds one by what it does or by its keys. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { keysOf } = useKeyWords();
  const [find, setFind] = useState("");
  const wanted = find.trim().toLocaleLowerCase();
  const fits = (title: string, { shortcut, label }: ShortcutRow) =>
    [title, label, ...shortcuts[shortcut].map((chord: Chord) => keysOf(chord).join(" "))].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    );
  const all = [
    ...groups.map((group) => ({
      title: t(`shortcuts.${group}`),
      rows: named
        .filter((shortcut) => places[shortcut] === group)
        .map((shortcut): ShortcutRow => ({ shortcut, label: t(`shortcut.${shortcut}`) })),
    })),
    {
      title: t("shortcuts.pages"),
      rows: pages.map((shortcut): ShortcutRow => ({ shortcut, label: t(`page.${shortcut}`) })),
    },
  ];
  const found = all
    .map(({ title, rows }) => ({ title, rows: rows.filter((row) => fits(title, row)) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Dialog title={t("shortcuts.title")} closeLabel={t("close")} onClose={onClose} wide>
      <DialogBody>
        <TextInput
          autoFocus
          aria-label={t("shortcuts.find")}
          placeholder={t("shortcuts.find")}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <div className={styles.groups}>
          {found.map(({ title, rows }) => (
            <Group key={title} title={title} rows={rows} />
          ))}
          {found.length === 0 && <p>{t("shortcuts.nothing")}</p>}
        </div>
      </DialogBody>
    </Dialog>
  );
}

function Group({ title, rows }: { title: string; rows: ShortcutRow[] }) {
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
