import { useQuery } from "@tanstack/react-query";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { toAppError } from "../../bridge/app-error";
import { desk } from "../../bridge/backend";
import { app } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Page, PageBody } from "../../ui/page";
import { Segments } from "../../ui/segments";
import { toastFailure } from "../../ui/toasts";
import { deskQuery } from "../../vocabulary/desk-query";
import styles from "./settings-page.module.css";

const themes = [app.Theme.System, app.Theme.Light, app.Theme.Dark];

interface SettingsPageProps {
  theme: app.Theme;
  onTheme: (theme: app.Theme) => void;
}

/** What can be set, and where the data is. */
export function SettingsPage({ theme, onTheme }: SettingsPageProps) {
  const { t } = useTranslation();
  const state = useQuery(deskQuery).data;
  const openFolder = () => {
    desk.OpenFolder().catch((error: unknown) => toastFailure(toAppError(error).message));
  };
  return (
    <Page title={t("page.settings")}>
      <PageBody padded>
        <div className={styles.groups}>
          <Group title={t("settings.look")}>
            <Row label={t("settings.theme")}>
              <Segments
                label={t("settings.theme")}
                value={theme}
                options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
                onChange={onTheme}
              />
            </Row>
          </Group>
          <Group title={t("settings.data")}>
            <Row label={t("settings.file")} note={t("settings.fileNote")}>
              <span className={styles.path}>{state?.file}</span>
              <Button onClick={openFolder}>{t("settings.openFolder")}</Button>
            </Row>
          </Group>
          <Group title={t("assistant.title")}>
            <Row label={t("settings.engine")} note={t("settings.engineNote")}>
              <span>{state?.engine}</span>
            </Row>
          </Group>
          <Group title={t("settings.about")}>
            <Row label={t("settings.version")}>
              <span>{state?.version}</span>
            </Row>
          </Group>
        </div>
      </PageBody>
    </Page>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Row({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div>
        <p>{label}</p>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      <div className={styles.value}>{children}</div>
    </div>
  );
}
