import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { toAppError } from "../bridge/app-error";
import { files } from "../bridge/backend";
import { onFileDrop } from "../bridge/file-drop";
import { later } from "../lib/later";
import { toastFailure } from "../ui/toasts";
import { useOnlyToday } from "../vocabulary/use-only-today";
import { ImportContext } from "./import-context";

const ImportDialog = later(async () => (await import("../features/imports/import-dialog")).ImportDialog);

/** Shows the import dialog for files that were picked or dropped on the window. */
export function ImportHost({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const [paths, setPaths] = useState<string[]>([]);

  const onlyToday = useOnlyToday();

  useEffect(
    () =>
      onFileDrop((dropped) => {
        if (dropped.length > 0) onlyToday(() => setPaths(dropped));
      }),
    [onlyToday],
  );

  const starter = useMemo(
    () => ({
      pick: () => {
        files.Pick().then(setPaths, (error: unknown) => toastFailure(toAppError(error).message));
      },
    }),
    [],
  );
  const close = () => setPaths([]);
  return (
    <ImportContext value={starter}>
      {children}
      {paths.length > 0 && (
        <ImportDialog
          key={paths.join("\n")}
          paths={paths}
          onClose={close}
          onImported={() => {
            close();
            void navigate({ to: "/programs" });
          }}
        />
      )}
    </ImportContext>
  );
}
