import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { RowWordsContext, rowWords } from "../strings/row-words";
import { Toasts } from "../ui/toasts";
import { queryClient } from "./query-client";
import type { Router } from "./router";

export function App({ router }: { router: Router }) {
  const { t, i18n } = useTranslation();
  const words = useMemo(() => rowWords(t, i18n.language), [t, i18n.language]);
  return (
    <StrictMode>
      {/* The content security policy allows no <style> elements. */}
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queryClient}>
          {/* First, so that it listens before a page says something. */}
          <Toasts closeLabel={t("close")} />
          <RowWordsContext value={words}>
            <RouterProvider router={router} />
          </RowWordsContext>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>
  );
}
