import { linkOptions, useNavigate } from "@tanstack/react-router";
import { createContext, useContext } from "react";
import { toAppError } from "../bridge/app-error";
import { desk } from "../bridge/backend";
import { pagesWithKey, type PageWithKey } from "../lib/shortcuts";
import { focusHeading } from "../ui/heading-focus";
import { toastFailure } from "../ui/toasts";
import { useLookBack } from "../vocabulary/use-look-back";
import { useOnlyToday } from "../vocabulary/use-only-today";
import { useUndo } from "../vocabulary/use-undo";
import { useImport } from "./import-context";

/** What can be done from anywhere in the window, with a shortcut or from a menu of the system. */
export type Command =
  | PageWithKey
  | "settings"
  | "palette"
  | "assistant"
  | "assistantPage"
  | "navigation"
  | "undo"
  | "redo"
  | "shortcuts"
  | "newProgram"
  | "lookBack"
  | "today"
  | "import"
  | "openFolder";

export type Commands = Record<Command, () => void>;

/** Where the keys of pages lead. The views of the programs are pages to the person who presses them. */
const addresses = {
  overview: linkOptions({ to: "/overview" }),
  programs: linkOptions({ to: "/programs" }),
  board: linkOptions({ to: "/programs", search: { view: "board" } }),
  timeline: linkOptions({ to: "/programs", search: { view: "timeline" } }),
  risks: linkOptions({ to: "/risks" }),
  milestones: linkOptions({ to: "/milestones" }),
  objectives: linkOptions({ to: "/objectives" }),
  reports: linkOptions({ to: "/reports" }),
  activity: linkOptions({ to: "/activity" }),
  settings: linkOptions({ to: "/settings" }),
} satisfies Record<PageWithKey | "settings", object>;

/** Where the shell comes in. */
interface ShellCommands {
  toggleAssistant: () => void;
  toggleFullAssistant: () => void;
  toggleNavigation: () => void;
  showPalette: () => void;
  showShortcuts: () => void;
  newProgram: () => void;
  lookBack: () => void;
}

export function useCommands(shell: ShellCommands): Commands {
  const navigate = useNavigate();
  const { undo, redo } = useUndo();
  const { pick } = useImport();
  const onlyToday = useOnlyToday();
  const look = useLookBack();
  // The views of the programs have one heading: it does not appear anew when another of them is gone to.
  const goTo = (page: PageWithKey | "settings") => () => {
    const from = document.activeElement;
    void navigate(addresses[page]).then(() => focusHeading(from));
  };
  const pages = Object.fromEntries(pagesWithKey.map((page) => [page, goTo(page)]));
  return {
    ...(pages as Record<PageWithKey, () => void>),
    settings: goTo("settings"),
    palette: shell.showPalette,
    assistant: shell.toggleAssistant,
    assistantPage: shell.toggleFullAssistant,
    navigation: shell.toggleNavigation,
    undo,
    redo,
    shortcuts: shell.showShortcuts,
    newProgram: () => onlyToday(shell.newProgram),
    lookBack: shell.lookBack,
    today: () => look.mutate(null, { onError: (error) => toastFailure(error.message) }),
    import: () => onlyToday(pick),
    openFolder: () => {
      desk.OpenFolder().catch((error: unknown) => toastFailure(toAppError(error).message));
    },
  };
}

/** The commands for what is on a page; the shell provides them. */
export const CommandsContext = createContext<Commands | undefined>(undefined);

export function useCommand(command: Command): () => void {
  const commands = useContext(CommandsContext);
  return () => commands?.[command]();
}
