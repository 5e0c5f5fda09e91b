import { LightningIcon } from "@phosphor-icons/react/dist/csr/Lightning";
import { useTranslation } from "react-i18next";
import { app } from "../bridge/model";
import { shortcuts, type Shortcut } from "../lib/shortcuts";
import type { PaletteEntry } from "../ui/palette";
import { useAsOf } from "../vocabulary/desk-day";
import { useKeyWords } from "../vocabulary/key-caps";
import type { Command, Commands } from "./commands";
import { useLanguage } from "./language";
import { useTheme } from "./theme";

/** What can be done from anywhere: the commands of the window and its preferences. */
export function usePaletteActions(commands: Commands): PaletteEntry[] {
  const { t } = useTranslation();
  const { usual } = useKeyWords();
  const { theme, setTheme } = useTheme();
  const { language, setLanguage } = useLanguage();
  const past = useAsOf() !== null;
  const icon = <LightningIcon size={16} />;
  const command = (id: Command, label: string): PaletteEntry => ({
    id,
    label,
    icon,
    keys: id in shortcuts ? usual(id as Shortcut) : undefined,
    run: commands[id],
  });
  const write = [
    command("newProgram", t("command.newProgram")),
    command("import", t("command.import")),
    command("undo", t("shortcut.undo")),
    command("redo", t("shortcut.redo")),
  ];
  return [
    ...(past ? [command("today", t("lookBack.today"))] : write),
    command("lookBack", t("command.lookBack")),
    command("assistant", t("shortcut.assistant")),
    command("assistantPage", t("shortcut.assistantPage")),
    command("navigation", t("shortcut.navigation")),
    command("openFolder", t("command.openFolder")),
    command("shortcuts", t("shortcuts.title")),
    ...Object.values(app.Theme)
      .filter((other) => other !== theme)
      .map((other) => ({
        id: `theme ${other}`,
        label: t("palette.theme", { theme: t(`theme.${other}`) }),
        icon,
        run: () => setTheme(other),
      })),
    ...Object.values(app.Language)
      .filter((other) => other !== language)
      .map((other) => ({
        id: `language ${other}`,
        label: t("palette.language", { language: t(`language.${other}`) }),
        icon,
        run: () => setLanguage(other),
      })),
  ];
}
