import { AppError } from "../../bridge/app-error";
import type { portfolio } from "../../bridge/model";
import { toastFailure } from "../../ui/toasts";
import { useSaveRecord } from "../../vocabulary/use-save-record";
import { programStore, type ProgramEdit } from "./queries";

/** Writes an edit made in place. It finds no fault itself: what Go refuses is said in a toast, and the old value stays. */
export function useSaveField(program: portfolio.Program): (edit: ProgramEdit) => string | undefined {
  const { mutate } = useSaveRecord(programStore);
  return (edit) => {
    mutate(
      { base: program, edit },
      {
        onError: (error) => {
          const cancelled = error instanceof AppError && error.code === "cancelled";
          if (!cancelled) toastFailure(error.message);
        },
      },
    );
    return undefined;
  };
}
