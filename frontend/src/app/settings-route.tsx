import { BackupRows } from "../features/backups/backup-rows";
import { SettingsPage } from "../features/settings/settings-page";
import { useCommand } from "./commands";
import { useLanguage } from "./language";
import { useTheme } from "./theme";

export function SettingsRoute() {
  const { theme, setTheme } = useTheme();
  const { language, setLanguage } = useLanguage();
  return (
    <SettingsPage
      theme={theme}
      onTheme={setTheme}
      language={language}
      onLanguage={setLanguage}
      onOpenFolder={useCommand("openFolder")}
      onShowShortcuts={useCommand("shortcuts")}
      backups={<BackupRows />}
    />
  );
}
