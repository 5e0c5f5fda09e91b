import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { chat, files, history } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { toast, toastFailure } from "../../ui/toasts";
import { conversationMarkdown } from "./conversation-markdown";
import { conversationsKey } from "./queries";

/** Hears what became of a conversation. */
interface Listeners {
  onDeleted: (id: string) => void;
  onRestored: (id: string) => void;
}

/** What can be done with a conversation in the list of all. */
export function useConversationActions({ onDeleted, onRestored }: Listeners) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const listAgain = () => client.invalidateQueries({ queryKey: conversationsKey });
  const options = { onError: (error: Error) => toastFailure(error.message), onSettled: listAgain };

  const rename = useMutation({
    mutationFn: ({ id, title }: { id: string; title: string }) => chat.Rename(id, title),
    ...options,
  });
  const pin = useMutation({
    mutationFn: ({ id, pinned }: { id: string; pinned: boolean }) => chat.Pin(id, pinned),
    ...options,
  });
  const restore = useMutation({
    mutationFn: (id: string) => chat.Restore(id),
    ...options,
    onSuccess: (_nothing, id) => onRestored(id),
  });
  const remove = useMutation({
    mutationFn: ({ id }: portfolio.Conversation) => chat.Delete(id),
    ...options,
    onSuccess: (_nothing, { id, title }) => {
      onDeleted(id);
      toast({
        title: t("history.deleted", { title }),
        action: { label: t("undo"), run: () => restore.mutate(id) },
      });
    },
  });
  const save = useMutation({
    mutationFn: async ({ id }: portfolio.Conversation) => {
      const conversation = await chat.Open(id);
      const written = await Promise.all(appliedSets(conversation).map((set) => history.ChangeSet(set)));
      const text = conversationMarkdown(t, i18n.language, conversation, written);
      return files.SaveText(`${conversation.title}.md`, text);
    },
    onSuccess: (path) => path !== "" && toast({ title: t("history.saved"), text: path }),
    onError: options.onError,
  });
  return {
    rename: (id: string, title: string) => rename.mutate({ id, title }),
    pin: (id: string, pinned: boolean) => pin.mutate({ id, pinned }),
    remove: (conversation: portfolio.Conversation) => remove.mutate(conversation),
    save: (conversation: portfolio.Conversation) => save.mutate(conversation),
  };
}

/** The change sets that proposals of a conversation made. */
function appliedSets({ messages }: portfolio.Conversation): number[] {
  return messages.flatMap(({ proposal }) => proposal?.change_set_id ?? []);
}
