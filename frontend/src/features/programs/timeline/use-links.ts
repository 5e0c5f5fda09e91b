import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { readAgain } from "../../../lib/read-again";
import { toast } from "../../../ui/toasts";
import { useOnlyToday } from "../../../vocabulary/use-only-today";
import { useUndo } from "../../../vocabulary/use-undo";
import { join, unjoin } from "./queries";

type Named = Pick<portfolio.Program, "id" | "name">;

/** Two programs, of which the second waits for the first. */
export interface Pair {
  from: Named;
  to: Named;
}

interface Handlers {
  onDone?: () => void;
  onFailed: (sentence: string) => void;
}

/** Joins and parts programs; what Go refuses, such as a circle, comes back as its sentence. */
export function useLinks(say: (text: string) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const onlyToday = useOnlyToday();
  const { undo } = useUndo();
  const { mutate } = useMutation({
    mutationFn: async ({ from, to, dependency }: Pair & { dependency?: portfolio.Dependency }) => {
      if (dependency) await unjoin(dependency);
      else await join(from.id, to.id);
    },
    onSuccess: (_nothing, { from, to, dependency }) => {
      const title = t(dependency ? "timeline.unlinked" : "timeline.linked", { from: from.name, to: to.name });
      say(title);
      toast({ title, action: { label: t("undo"), run: undo } });
    },
    onSettled: () => readAgain(client),
  });
  const write = (request: Pair & { dependency?: portfolio.Dependency }, { onDone, onFailed }: Handlers) =>
    onlyToday(() =>
      mutate(request, {
        onSuccess: () => onDone?.(),
        onError: (error) => onFailed(error.message),
      }),
    );
  return {
    link: ({ from, to }: Pair, handlers: Handlers) => write({ from, to }, handlers),
    unlink: ({ from, to }: Pair, dependency: portfolio.Dependency, handlers: Handlers) =>
      write({ from, to, dependency }, handlers),
  };
}
