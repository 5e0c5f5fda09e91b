import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { programs } from "../../../bridge/backend";
import { readAgain } from "../../../lib/read-again";
import { toast, toastFailure } from "../../../ui/toasts";
import { useUndo } from "../../../vocabulary/use-undo";
import { selectedProgramsQuery } from "../queries";

/** Deletes the selected programs at once and as one step; the toast that says so takes it back. */
export function useDeleteSelected(ids: ReadonlySet<string>, onDeleted: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { undo } = useUndo();
  return useMutation({
    mutationFn: async () => {
      const selected = await client.query(selectedProgramsQuery([...ids]));
      return programs.DeleteAll(selected.map(({ id, revision }) => ({ id, revision })));
    },
    onSuccess: ({ applied, refused }) => {
      const [first] = refused;
      if (first) toastFailure(t("table.undeleted", { count: refused.length, reason: first.reason }));
      if (applied.length === 0) return;
      toast({
        title: t("table.deleted", { count: applied.length }),
        action: { label: t("undo"), run: undo },
      });
      onDeleted();
    },
    onError: (error) => toastFailure(error.message),
    onSettled: () => readAgain(client),
  });
}
