import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { history } from "../bridge/backend";
import { dataKey } from "../lib/query-keys";
import { toast, toastFailure } from "../ui/toasts";
import { useOnlyToday } from "./use-only-today";

/** Takes the newest change set back, or brings the last one taken back again. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const { t } = useTranslation();
  const client = useQueryClient();
  const onlyToday = useOnlyToday();
  const step = useMutation({
    mutationFn: (direction: "undo" | "redo") => (direction === "undo" ? history.Undo() : history.Redo()),
    onSuccess: async (_changeSet, direction) => {
      toast({ title: t(`activity.${direction}Done`) });
      await client.invalidateQueries({ queryKey: [dataKey] });
    },
    onError: (error) => toastFailure(error.message),
  });
  const go = (direction: "undo" | "redo") => () => onlyToday(() => step.mutate(direction));
  return { undo: go("undo"), redo: go("redo") };
}
