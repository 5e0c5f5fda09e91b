import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { desk } from "../bridge/backend";
import { app } from "../bridge/model";
import { readStored, writeStored } from "../lib/stored";
import { speak, systemLanguage } from "../strings/i18n";
import { toastFailure } from "../ui/toasts";
import { deskQuery } from "../vocabulary/desk-query";

/** A copy of the setting, so that the first frame already has the right words. */
const storedLanguage = "language";

/** Shows the window in a language, or in that of the system where none is named. */
async function show(language: string | undefined): Promise<void> {
  await speak(language === app.Language.En || language === app.Language.De ? language : systemLanguage());
}

/** Shows the language of the last time. Wait for it before the first component is drawn. */
export async function showStoredLanguage(): Promise<void> {
  await show(readStored(storedLanguage));
}

/** The language that the person chose, kept by Go. */
export function useLanguage() {
  const client = useQueryClient();
  const language = useQuery(deskQuery).data?.language;
  useEffect(() => {
    if (language === undefined) return;
    writeStored(storedLanguage, language);
    show(language).catch((error: unknown) => toastFailure(String(error)));
  }, [language]);
  const choose = useMutation({
    mutationFn: (next: app.Language) => desk.SetLanguage(next),
    onMutate: (next) => {
      client.setQueryData(deskQuery.queryKey, (state) => state && { ...state, language: next });
    },
    onError: (error) => toastFailure(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: deskQuery.queryKey }),
  });
  return { language: language ?? app.Language.System, setLanguage: choose.mutate };
}
