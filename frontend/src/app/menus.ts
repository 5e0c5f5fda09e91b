import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { toAppError } from "../bridge/app-error";
import { frame } from "../bridge/backend";
import { on } from "../bridge/events";
import type { app } from "../bridge/model";
import { isMac } from "../lib/platform";
import { menuKeys, pagesWithKey, shortcuts, type Shortcut } from "../lib/shortcuts";
import { toastFailure } from "../ui/toasts";
import type { Command, Commands } from "./commands";

const line: app.MenuItem = { command: "", label: "", keys: "" };

/** Fills the menu bar of macOS, in the language of the window, and does what is chosen there. */
export function useMenus(commands: Commands): void {
  const { t } = useTranslation();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });

  useEffect(
    () =>
      on("menu:command", ({ command }) => {
        if (Object.hasOwn(latest.current, command)) latest.current[command as Command]();
      }),
    [],
  );

  useEffect(() => {
    if (!isMac) return;
    const item = (command: Command, label: string): app.MenuItem => ({
      command,
      label,
      keys: command in shortcuts ? menuKeys(command as Shortcut) : "",
    });
    const menus: app.Menu[] = [
      {
        label: t("menu.file"),
        items: [
          item("newProgram", t("command.newProgram")),
          item("import", t("command.import")),
          line,
          item("openFolder", t("command.openFolder")),
        ],
      },
      {
        label: t("menu.view"),
        items: [
          ...pagesWithKey.map((page) => item(page, t(`page.${page}`))),
          item("settings", t("page.settings")),
          line,
          item("palette", t("palette.open")),
          item("navigation", t("shortcut.navigation")),
          item("assistant", t("shortcut.assistant")),
        ],
      },
      { label: t("menu.help"), items: [item("shortcuts", t("shortcuts.title"))] },
    ];
    frame.ShowMenus(menus).catch((error: unknown) => toastFailure(toAppError(error).message));
  }, [t]);
}
