import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { TrashIcon } from "@phosphor-icons/react/dist/csr/Trash";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { chat } from "../../bridge/backend";
import { dayOf, today } from "../../lib/dates";
import { IconButton } from "../../ui/button";
import { toastFailure } from "../../ui/toasts";
import { useDayWords } from "../../vocabulary/day";
import styles from "./conversation-list.module.css";
import { conversationsKey, conversationsQuery } from "./queries";

interface ConversationListProps {
  current: string;
  onOpen: (id: string) => void;
  onDeleted: (id: string) => void;
}

/** The conversations so far, newest first. */
export function ConversationList({ current, onOpen, onDeleted }: ConversationListProps) {
  const { t } = useTranslation();
  const words = useDayWords();
  const client = useQueryClient();
  const list = useQuery(conversationsQuery);
  const remove = useMutation({
    mutationFn: (id: string) => chat.Delete(id),
    onSuccess: (_nothing, id) => onDeleted(id),
    onError: (error) => toastFailure(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: conversationsKey }),
  });
  return (
    <div className={styles.conversations}>
      {list.data?.length === 0 && <p className={styles.none}>{t("assistant.noHistory")}</p>}
      <ul aria-label={t("assistant.history")}>
        {list.data?.map((conversation) => (
          <li
            key={conversation.id}
            className={clsx(styles.item, conversation.id === current && styles.current)}
          >
            <button type="button" className={styles.open} onClick={() => onOpen(conversation.id)}>
              <span className={styles.title}>{conversation.title}</span>
              <span className={styles.age}>
                {words.age(dayOf(new Date(conversation.updated_at)), today())}
              </span>
            </button>
            <IconButton
              label={t("assistant.delete", { title: conversation.title })}
              onClick={() => remove.mutate(conversation.id)}
            >
              <TrashIcon size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
