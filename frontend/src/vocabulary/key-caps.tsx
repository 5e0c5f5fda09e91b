import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { isMac } from "../lib/platform";
import { shortcuts, type Chord, type Shortcut } from "../lib/shortcuts";
import styles from "./key-caps.module.css";

const namedKeys = [
  "Enter",
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "PageUp",
  "PageDown",
  "Home",
  "End",
  "Escape",
  "Delete",
  " ",
] as const;

/** Names the keys of shortcuts as they are printed on the keyboards of the language. */
export function useKeyWords() {
  const { t } = useTranslation();
  const keysOf = ({ key, command, shift, alt, after }: Chord): string[] => {
    const named = namedKeys.find((name) => name === key);
    return [
      ...(after ? [after.toUpperCase()] : []),
      ...(command ? [isMac ? "⌘" : t("key.command")] : []),
      ...(shift ? [isMac ? "⇧" : t("key.shift")] : []),
      ...(alt ? [isMac ? "⌥" : t("key.alt")] : []),
      named ? t(`key.${named}`) : key.toUpperCase(),
    ];
  };
  return {
    keysOf,
    /** The usual way to press a shortcut: "Ctrl J", "G P". */
    usual: (shortcut: Shortcut) => keysOf(shortcuts[shortcut][0]).join(" "),
  };
}

/** All ways to press a shortcut. */
export function KeyCaps({ shortcut }: { shortcut: Shortcut }) {
  const { t } = useTranslation();
  const { keysOf } = useKeyWords();
  return (
    <span className={styles.ways}>
      {shortcuts[shortcut].map((chord: Chord, way) => (
        <Fragment key={way}>
          {way > 0 && <span className={styles.word}>{t("shortcuts.or")}</span>}
          <span className={styles.chord}>
            {keysOf(chord).map((name, index) => (
              <Fragment key={name}>
                {index > 0 && chord.after && <span className={styles.word}>{t("shortcuts.then")}</span>}
                <kbd className={styles.key}>{name}</kbd>
              </Fragment>
            ))}
          </span>
        </Fragment>
      ))}
    </span>
  );
}
