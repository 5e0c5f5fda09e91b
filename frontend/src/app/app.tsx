import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { useTranslation } from "react-i18next";
import { Toasts } from "../ui/toasts";
import { queryClient } from "./query-client";
import { router } from "./router";

export function App() {
  const { t } = useTranslation();
  return (
    <StrictMode>
      {/* The content security policy allows no <style> elements. */}
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Toasts closeLabel={t("close")} />
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>
  );
}
