import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { history } from "../bridge/backend";
import { inOrder, readAgain } from "../lib/read-again";
import { toast, toastFailure } from "../ui/toasts";
import { useOnlyToday } from "./use-only-today";

/** Takes the newest change set back, or brings the last one taken back again. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const { t } = useTranslation();
  const client = useQueryClient();
  const onlyToday = useOnlyToday();
  const step = useMutation({
    ...inOrder,
    mutationFn: (direction: "undo" | "redo") => (direction === "undo" ? history.Undo() : history.Redo()),
    onSuccess: (_changeSet, direction) => toast({ title: t(`activity.${direction}Done`) }),
    onError: (error) => toastFailure(error.message),
    onSettled: () => void readAgain(client, 1),
  });
  const go = (direction: "undo" | "redo") => () => onlyToday(() => step.mutate(direction));
  return { undo: go("undo"), redo: go("redo") };
}
