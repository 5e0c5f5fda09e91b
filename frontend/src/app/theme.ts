import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { desk } from "../bridge/backend";
import { app } from "../bridge/model";
import { readStored, writeStored } from "../lib/stored";
import { toastFailure } from "../ui/toasts";
import { deskQuery } from "../vocabulary/desk-query";

/** A copy of the setting, so that the first frame already has the right colours. */
const storedTheme = "theme";

/** Colours the window; the stylesheet follows the system where no theme is named. */
function show(theme: string | undefined): void {
  if (theme === app.Theme.Light || theme === app.Theme.Dark) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** Shows the theme of the last time. Call it before the first component is drawn. */
export function showStoredTheme(): void {
  show(readStored(storedTheme));
}

/** The theme that the person chose, kept by Go. */
export function useTheme() {
  const client = useQueryClient();
  const theme = useQuery(deskQuery).data?.theme;
  useEffect(() => {
    if (theme === undefined) return;
    writeStored(storedTheme, theme);
    show(theme);
  }, [theme]);
  const choose = useMutation({
    mutationFn: (next: app.Theme) => desk.SetTheme(next),
    onMutate: (next) => {
      client.setQueryData(deskQuery.queryKey, (state) => state && { ...state, theme: next });
    },
    onError: (error) => toastFailure(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: deskQuery.queryKey }),
  });
  return { theme: theme ?? app.Theme.System, setTheme: choose.mutate };
}
