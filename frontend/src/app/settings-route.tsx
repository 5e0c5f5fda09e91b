import { SettingsPage } from "../features/settings/settings-page";
import { useTheme } from "./theme";

export function SettingsRoute() {
  const { theme, setTheme } = useTheme();
  return <SettingsPage theme={theme} onTheme={setTheme} />;
}
