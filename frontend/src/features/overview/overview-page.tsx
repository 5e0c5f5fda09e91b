import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page";

/** The state of the portfolio on one page. */
export function OverviewPage() {
  const { t } = useTranslation();
  return <Page title={t("page.overview")}>{null}</Page>;
}
