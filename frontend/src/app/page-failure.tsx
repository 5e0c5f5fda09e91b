import type { ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";

/** Stands in for a page that failed while it was drawn; the rest of the window goes on. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("page.failed")}>
      <div role="alert">
        <Notice
          title={t("page.failedTitle")}
          text={t("page.failedText", { reason: error instanceof Error ? error.message : String(error) })}
        >
          <Button onClick={reset}>{t("retry")}</Button>
        </Notice>
      </div>
    </Page>
  );
}
