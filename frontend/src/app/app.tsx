import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { useTranslation } from "react-i18next";
import { Toasts } from "../ui/toasts";
import { router } from "./router";

/** Go answers from a local file: asking again seldom helps, and what changed is said by an event. */
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

export function App() {
  const { t } = useTranslation();
  return (
    <StrictMode>
      {/* The content security policy allows no <style> elements. */}
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <Toasts closeLabel={t("close")} />
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>
  );
}
