import type { portfolio } from "../../bridge/model";
import { toastFailure } from "../../ui/toasts";
import { useUpdateProgram, type ProgramEdit } from "./queries";

/** Writes an edit made in place. It finds no fault itself: what Go refuses is said in a toast, and the old value stays. */
export function useSaveField(program: portfolio.Program): (edit: ProgramEdit) => string | undefined {
  const { mutate } = useUpdateProgram(program);
  return (edit) => {
    mutate(edit, { onError: (error) => toastFailure(error.message) });
    return undefined;
  };
}
