import { useQuery } from "@tanstack/react-query";
import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { today } from "../../lib/dates";
import { isPressed } from "../../lib/shortcuts";
import { Announcement } from "../../ui/announcement";
import { TextInput } from "../../ui/field";
import { groupConversations } from "./conversation-groups";
import styles from "./conversation-list.module.css";
import { ConversationRow } from "./conversation-row";
import { conversationsQuery } from "./queries";
import { useConversationActions } from "./use-conversation-actions";
import { useListFocus } from "./use-list-focus";

interface ConversationListProps {
  current: string;
  onOpen: (id: string) => void;
  onDeleted: (id: string) => void;
  onRestored: (id: string) => void;
}

/**
 * The conversations so far, pinned ones and then the newest first. Arrow keys go through the list, Enter opens, F2 renames
 * and Delete deletes.
 */
export function ConversationList({ current, onOpen, onDeleted, onRestored }: ConversationListProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const list = useQuery(conversationsQuery(wanted));
  const found = list.data ?? [];
  const searching = wanted.trim() !== "";
  const groups = groupConversations(found, today());
  const shown = groups.flatMap(([, members]) => members.map(({ conversation }) => conversation));
  const { container, stop, setStop, focus, onKeyDown } = useListFocus(shown, current);
  const [renamed, setRenamed] = useState<string>();
  const actions = useConversationActions({ onDeleted, onRestored });

  const remove = (conversation: portfolio.Conversation) => {
    const index = shown.indexOf(conversation);
    focus((shown[index + 1] ?? shown[index - 1])?.id);
    actions.remove(conversation);
  };
  const endRename = (id: string, title?: string) => {
    setRenamed(undefined);
    if (title !== undefined) actions.rename(id, title);
    focus(id);
  };
  const onRowKey = (event: KeyboardEvent, conversation: portfolio.Conversation) => {
    if (isPressed("renameConversation", event)) setRenamed(conversation.id);
    else if (isPressed("deleteConversation", event)) remove(conversation);
    else return;
    event.preventDefault();
  };

  return (
    <section ref={container} aria-label={t("assistant.history")} className={styles.conversations}>
      <div className={styles.search}>
        <MagnifyingGlassIcon size={14} className={styles.searchIcon} aria-hidden />
        <TextInput
          role="searchbox"
          aria-label={t("history.find")}
          placeholder={t("history.find")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && text !== "") setText("");
            else if (event.key === "ArrowDown") focus(shown[0]?.id);
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <div className={styles.groups} onKeyDown={onKeyDown}>
        {list.data?.length === 0 && (
          <p className={styles.none}>{t(searching ? "history.nothing" : "history.none")}</p>
        )}
        {groups.map(([group, members]) => (
          <Group key={group} title={t(`history.${group}`)}>
            {members.map((each) => (
              <ConversationRow
                key={each.conversation.id}
                found={each}
                group={group}
                current={each.conversation.id === current}
                stop={each.conversation.id === stop}
                renaming={each.conversation.id === renamed}
                actions={[
                  { key: "rename", label: t("history.rename"), run: () => setRenamed(each.conversation.id) },
                  {
                    key: "pin",
                    label: t(each.conversation.pinned ? "history.unpin" : "history.pin"),
                    run: () => actions.pin(each.conversation.id, !each.conversation.pinned),
                  },
                  { key: "save", label: t("history.save"), run: () => actions.save(each.conversation) },
                  { key: "delete", label: t("history.delete"), run: () => remove(each.conversation) },
                ]}
                onOpen={() => onOpen(each.conversation.id)}
                onFocus={() => setStop(each.conversation.id)}
                onKeyDown={(event) => onRowKey(event, each.conversation)}
                onRenamed={(title) => endRename(each.conversation.id, title)}
              />
            ))}
          </Group>
        ))}
      </div>
      <Announcement text={searching && list.data ? t("history.count", { count: found.length }) : ""} />
    </section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div>
      <p id={id} className={styles.group}>
        {title}
      </p>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  );
}
