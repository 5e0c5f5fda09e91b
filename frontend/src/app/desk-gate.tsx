import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { on } from "../bridge/events";
import { later } from "../lib/later";
import { readAgain } from "../lib/read-again";
import { Notice } from "../ui/notice";
import { toastFailure } from "../ui/toasts";
import { deskQuery } from "../vocabulary/desk-query";

const RecoveryPage = later(async () => (await import("../features/backups/recovery-page")).RecoveryPage);

/** Shows the window once the data file is open, or the sentence that says why it is not. Keeps what is shown fresh. */
export function DeskGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const state = useQuery(deskQuery);

  useEffect(() => {
    const offs = [
      on("desk:ready", (ready) => client.setQueryData(deskQuery.queryKey, ready)),
      on("data:changed", ({ entities }) => {
        if (entities.length > 0) void readAgain(client); // else only proposals changed
      }),
    ];
    return () => offs.forEach((off) => off());
  }, [client]);

  const damage = state.data?.damage ?? "";
  useEffect(() => {
    if (damage !== "") toastFailure(t("check.damage", { damage }));
  }, [damage, t]);

  if (state.data?.recoverable) return <RecoveryPage problem={state.data.problem} />;
  const problem = state.error?.message ?? state.data?.problem;
  if (problem) {
    return (
      <main role="alert">
        <Notice title={t("desk.problem")} text={problem} />
      </main>
    );
  }
  return state.data?.ready ? children : null;
}
