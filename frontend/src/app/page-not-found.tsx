import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";

/** Stands at an address that no page has, such as one that was typed or kept from elsewhere. */
export function PageNotFound() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t("page.unknown")}>
      <Notice title={t("page.unknownTitle")} text={t("page.unknownText")}>
        <Button onClick={() => void navigate({ to: "/programs" })}>{t("page.unknownBack")}</Button>
      </Notice>
    </Page>
  );
}
