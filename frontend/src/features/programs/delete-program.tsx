import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { TrashIcon } from "@phosphor-icons/react/dist/csr/Trash";
import { useTranslation } from "react-i18next";
import { programs } from "../../bridge/backend";
import type { portfolio } from "../../bridge/model";
import { readAgain } from "../../lib/read-again";
import { IconButton } from "../../ui/button";
import { toast, toastFailure } from "../../ui/toasts";
import { useUndo } from "../../vocabulary/use-undo";
import { lastList } from "./last-list";

/** Deletes the program at once; the toast that says so takes it back. */
export function DeleteProgram({ program }: { program: portfolio.Program }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { undo } = useUndo();
  const remove = useMutation({
    mutationFn: () => programs.Delete(program.id, program.revision),
    onSuccess: async () => {
      toast({ title: t("program.deleted", { name: program.name }), action: { label: t("undo"), run: undo } });
      await navigate({ to: "/programs", search: lastList().search });
      await readAgain(client);
    },
    onError: (error) => toastFailure(error.message),
  });
  return (
    <IconButton label={t("program.delete")} disabled={remove.isPending} onClick={() => remove.mutate()}>
      <TrashIcon size={16} />
    </IconButton>
  );
}
