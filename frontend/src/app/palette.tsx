import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isPressed } from "../lib/shortcuts";
import { Palette } from "../ui/palette";
import type { Commands } from "./commands";
import { usePaletteGroups } from "./palette-groups";

interface CommandPaletteProps {
  commands: Commands;
  /** Asks the assistant. */
  onAsk: (question: string) => void;
  onClose: () => void;
}

/** One field to go anywhere, do anything and ask the assistant. */
export function CommandPalette({ commands, onAsk, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const groups = usePaletteGroups(text, commands, onAsk);
  return (
    <Palette
      label={t("palette.label")}
      placeholder={t("palette.placeholder")}
      text={text}
      onText={setText}
      groups={groups}
      nothing={t("palette.searching")}
      onClose={onClose}
      onKeyDown={(event) => {
        if (!isPressed("palette", event)) return;
        event.preventDefault();
        onClose();
      }}
    />
  );
}
