import { DotsThreeIcon } from "@phosphor-icons/react/dist/csr/DotsThree";
import { clsx } from "clsx";
import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { dayOf, formatDay, formatTime, today } from "../../lib/dates";
import { ActionMenu, type MenuAction } from "../../ui/action-menu";
import { IconButton } from "../../ui/button";
import { TextInput } from "../../ui/field";
import { useDayWords } from "../../vocabulary/day";
import type { ConversationGroup } from "./conversation-groups";
import styles from "./conversation-list.module.css";

interface ConversationRowProps {
  found: portfolio.FoundConversation;
  group: ConversationGroup;
  /** Whether it is the conversation that is open. */
  current: boolean;
  /** Whether Tab stops at it: one of the list does. */
  stop: boolean;
  renaming: boolean;
  actions: MenuAction[];
  onOpen: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Called when renaming ends; without a title where it stays. */
  onRenamed: (title?: string) => void;
}

/** One conversation in the list: its title, when it was talked in last, and what was found in it. */
export function ConversationRow(props: ConversationRowProps) {
  const { found, group, current, stop, renaming, actions, onOpen, onFocus, onKeyDown, onRenamed } = props;
  const { t } = useTranslation();
  const { conversation, title, passage } = found;
  if (renaming) {
    return (
      <li className={styles.item}>
        <TitleField title={conversation.title} onRenamed={onRenamed} />
      </li>
    );
  }
  return (
    <li className={clsx(styles.item, current && styles.current)}>
      <button
        type="button"
        className={styles.open}
        data-conversation={conversation.id}
        tabIndex={stop ? 0 : -1}
        aria-current={current}
        aria-keyshortcuts="F2 Delete"
        onClick={onOpen}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        <span className={styles.title} title={conversation.title}>
          <Pieces pieces={title} />
        </span>
        <When instant={conversation.updated_at} group={group} />
        {passage.length > 0 && wordsOf(passage) !== wordsOf(title) && (
          <span className={styles.passage}>
            <Pieces pieces={passage} />
          </span>
        )}
      </button>
      <ActionMenu
        trigger={
          <IconButton
            label={t("history.actions", { title: conversation.title })}
            className={styles.menu}
            tabIndex={stop ? 0 : -1}
          >
            <DotsThreeIcon size={16} weight="bold" />
          </IconButton>
        }
        actions={actions}
      />
    </li>
  );
}

/** The field that stands in for the title while it is changed. Enter and leaving save, Escape gives the old title back. */
function TitleField({ title, onRenamed }: { title: string; onRenamed: (title?: string) => void }) {
  const { t } = useTranslation();
  const ended = useRef(false);
  const end = (to?: string) => {
    if (ended.current) return; // leaving the field is also what comes of ending
    ended.current = true;
    onRenamed(to?.trim() === title ? undefined : to);
  };
  return (
    <TextInput
      autoFocus
      aria-label={t("history.title")}
      className={styles.field}
      defaultValue={title}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => end(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") end(event.currentTarget.value);
        else if (event.key === "Escape") end();
        else return;
        event.preventDefault();
      }}
    />
  );
}

function wordsOf(pieces: readonly portfolio.Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** A text with what was found in it marked. */
function Pieces({ pieces }: { pieces: readonly portfolio.Piece[] }) {
  return pieces.map(({ text, found }, index) =>
    found ? (
      <mark key={index} className={styles.found}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

/** When a conversation was talked in last, as its group leaves it open: the time of a day that is named, else the day. */
function When({ instant, group }: { instant: number; group: ConversationGroup }) {
  const { i18n } = useTranslation();
  const words = useDayWords();
  const day = dayOf(new Date(instant));
  const text =
    group === "pinned"
      ? words.age(day, today())
      : group === "today" || group === "yesterday"
        ? formatTime(instant, i18n.language)
        : formatDay(day, i18n.language);
  return <span className={styles.when}>{text}</span>;
}
