import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { app } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Page, PageBody } from "../../ui/page";
import { Segments } from "../../ui/segments";
import { deskQuery } from "../../vocabulary/desk-query";
import { EngineList } from "./engine-list";
import { FiscalYearChoice } from "./fiscal-year-choice";
import { LicencesRow } from "./licences-row";
import { ProposalRules } from "./proposal-rules";
import { ReportHouse } from "./report-house";
import { Group, Row } from "./settings-group";
import styles from "./settings-page.module.css";

const themes = [app.Theme.System, app.Theme.Light, app.Theme.Dark];
const languages = [app.Language.System, app.Language.En, app.Language.De];

interface SettingsPageProps {
  theme: app.Theme;
  onTheme: (theme: app.Theme) => void;
  language: app.Language;
  onLanguage: (language: app.Language) => void;
  onOpenFolder: () => void;
  onShowShortcuts: () => void;
  /** The rows about backups. */
  backups: ReactNode;
}

/** What can be set, and where the data is. */
export function SettingsPage(props: SettingsPageProps) {
  const { t } = useTranslation();
  const state = useQuery(deskQuery).data;
  return (
    <Page title={t("page.settings")}>
      <PageBody padded>
        <div className={styles.groups}>
          <Group title={t("settings.look")}>
            <Row label={t("settings.theme")}>
              <Segments
                label={t("settings.theme")}
                value={props.theme}
                options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
                onChange={props.onTheme}
              />
            </Row>
            <Row label={t("settings.language")}>
              <Segments
                label={t("settings.language")}
                value={props.language}
                options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
                onChange={props.onLanguage}
              />
            </Row>
          </Group>
          <Group title={t("settings.reckoning")}>
            <Row label={t("settings.fiscalYear")} note={t("settings.fiscalYearNote")}>
              <FiscalYearChoice />
            </Row>
          </Group>
          <Group title={t("settings.data")}>
            <Row label={t("settings.file")} note={state?.synced_by ? "" : t("settings.fileNote")}>
              <p className={styles.path}>{state?.file}</p>
              <Button onClick={props.onOpenFolder}>{t("settings.openFolder")}</Button>
            </Row>
            {state?.synced_by && (
              <div className={styles.warning}>
                <WarningIcon size={16} weight="fill" aria-hidden />
                <p>{t("settings.synced", { by: state.synced_by })}</p>
              </div>
            )}
            {props.backups}
          </Group>
          <Group title={t("settings.engines")}>
            <EngineList />
          </Group>
          <Group title={t("settings.proposals")}>
            <ProposalRules />
          </Group>
          <Group title={t("page.reports")}>
            <ReportHouse />
          </Group>
          <Group title={t("settings.about")}>
            <Row label={t("settings.version")}>
              <div>
                <p className={styles.path}>{state?.version}</p>
                {state && (
                  <p className={styles.origin}>
                    {t("settings.origin", { ...state, context: state.commit && "commit" })}
                  </p>
                )}
              </div>
            </Row>
            <LicencesRow />
            <Row label={t("shortcuts.title")}>
              <Button aria-label={t("shortcut.shortcuts")} onClick={props.onShowShortcuts}>
                {t("shortcuts.open")}
              </Button>
            </Row>
          </Group>
        </div>
      </PageBody>
    </Page>
  );
}
