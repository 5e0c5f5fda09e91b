import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { AssistantPanel } from "../features/assistant/assistant-panel";
import { NewProgramDialog } from "../features/programs/new-program";
import { programQuery } from "../features/programs/queries";
import { later } from "../lib/later";
import { useStored } from "../lib/stored";
import { FirstPageDrawnContext, useFirstPage } from "../lib/use-first-page-drawn";
import { useFocusWhenThere } from "../lib/use-focus-when-there";
import { useMedia } from "../lib/use-media";
import { focusHeading, LeftFirstPageContext } from "../ui/heading-focus";
import { AskContext, type Ask } from "../vocabulary/ask";
import { ConflictHost } from "../vocabulary/conflict-host";
import { DeskDayProvider } from "../vocabulary/desk-day";
import { deskQuery } from "../vocabulary/desk-query";
import { LookBackBanner } from "../vocabulary/look-back-banner";
import { LookedAtProvider } from "../vocabulary/looked-at";
import { LookBackDialog } from "../vocabulary/look-back";
import { CommandsContext, useCommands } from "./commands";
import { DeskGate } from "./desk-gate";
import { ImportHost } from "./import-host";
import { useKeptPage } from "./kept-page";
import { useLanguage } from "./language";
import { useMenus } from "./menus";
import { Navigation } from "./navigation";
import styles from "./shell.module.css";
import { OutsideHost } from "./outside-host";
import { loadPagesAhead } from "./pages";
import { useFullAssistant } from "./full-assistant";
import { useRemembered } from "./recent";
import { useShortcuts } from "./shortcuts";
import { useSyncedFolder } from "./synced-folder";
import { useTablesAgain } from "./tables-again";
import { useTheme } from "./theme";
import { useWindowPlace } from "./window-place";
import { useWrittenMeanwhile } from "./written-meanwhile";

// What is opened from anywhere, but later: the first page does not wait for its code.
const loadPalette = () => import("./palette");
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }));
const CrashNotice = later(async () => (await import("./crash-notice")).CrashNotice);
const loadShortcuts = () => import("./shortcuts-dialog");
const ShortcutsDialog = lazy(async () => ({ default: (await loadShortcuts()).ShortcutsDialog }));

/** The window: navigation, the page, and the assistant beside it. */
export function Shell() {
  useTheme();
  useLanguage();
  useWindowPlace();
  useTablesAgain();
  return (
    <DeskGate>
      <DeskDayProvider>
        <OutsideHost>
          <ConflictHost>
            <ImportHost>
              <LookedAtProvider>
                <Desk />
              </LookedAtProvider>
            </ImportHost>
          </ConflictHost>
        </OutsideHost>
      </DeskDayProvider>
    </DeskGate>
  );
}

function Desk() {
  useSyncedFolder();
  const state = useQuery(deskQuery).data;
  const [hidden, setHidden] = useStored("assistant.hidden");
  const { ref: composer, focus: focusComposer } = useFocusWhenThere<HTMLTextAreaElement>();
  // In a small or magnified window the assistant lies over the page, and only while it is asked for.
  const narrow = useMedia("(width < 900px)");
  const [over, setOver] = useState(false);
  const [kept, keepFull] = useStored("assistant.full");
  const shown = narrow ? over || kept !== undefined : hidden === undefined;
  const drawn = useFirstPage();
  useEffect(() => {
    if (!drawn) return;
    loadPagesAhead();
    void loadPalette();
    void loadShortcuts();
    void NewProgramDialog.load();
    void LookBackDialog.load();
  }, [drawn]);

  useWrittenMeanwhile(drawn);
  useKeptPage(drawn);

  const toggleAssistant = useCallback(() => {
    if (narrow) setOver(!shown);
    else setHidden(shown ? "yes" : undefined);
    if (!shown) focusComposer();
    else focusHeading(); // the keyboard may have been in it
  }, [focusComposer, narrow, setHidden, shown]);

  const full = shown && kept !== undefined;
  const { toggle, toggleFull, dock } = useFullAssistant({
    shown,
    full,
    keep: keepFull,
    toggle: toggleAssistant,
    focusComposer,
  });

  const [question, setQuestion] = useState<string>();
  const ask = useCallback<Ask>(
    (text) => {
      if (narrow) setOver(true);
      else setHidden(undefined);
      setQuestion(text);
      focusComposer();
    },
    [focusComposer, narrow, setHidden],
  );

  const askBeside = useCallback<Ask>(
    (text) => {
      dock(); // the page that asks stays to be seen
      ask(text);
    },
    [ask, dock],
  );

  const [folded, setFolded] = useStored("navigation.narrow");
  const toggleNavigation = useCallback(
    () => setFolded(folded === undefined ? "yes" : undefined),
    [folded, setFolded],
  );

  const [dialog, setDialog] = useState<"newProgram" | "shortcuts" | "palette" | "lookBack">();
  const closeDialog = () => setDialog(undefined);
  const commands = useCommands({
    toggleAssistant: toggle,
    toggleFullAssistant: toggleFull,
    toggleNavigation,
    showPalette: useCallback(() => setDialog("palette"), []),
    showShortcuts: useCallback(() => setDialog("shortcuts"), []),
    newProgram: useCallback(() => setDialog("newProgram"), []),
    lookBack: useCallback(() => setDialog("lookBack"), []),
  });
  useShortcuts(commands);
  useMenus(commands);

  const open = useOpenProgram();
  const path = useLocation({ select: ({ pathname }) => pathname });
  useRemembered(path, open);

  return (
    <div
      className={styles.shell}
      data-navigation={folded === undefined ? "wide" : "narrow"}
      data-assistant={full ? "full" : "docked"}
    >
      <div className={styles.across}>
        {drawn && <CrashNotice />}
        <LookBackBanner />
      </div>
      <Navigation onShowAssistant={shown ? undefined : toggle} onShowPalette={commands.palette} />
      <main className={styles.main}>
        <CommandsContext value={commands}>
          <AskContext value={askBeside}>
            <LeftFirstPageContext value={useLeftFirst(path)}>
              <FirstPageDrawnContext value={drawn}>
                <Suspense>
                  <Outlet />
                </Suspense>
              </FirstPageDrawnContext>
            </LeftFirstPageContext>
          </AskContext>
        </CommandsContext>
      </main>
      <div hidden={!shown} className={styles.assistant}>
        <AssistantPanel
          ready={drawn}
          program={open}
          question={question}
          onAsked={useCallback(() => setQuestion(undefined), [])}
          onHide={toggle}
          full={full}
          onToggleFull={toggleFull}
          composerRef={composer}
        />
      </div>
      {dialog === "newProgram" && <NewProgramDialog onClose={closeDialog} />}
      {dialog === "lookBack" && <LookBackDialog day={state?.as_of ?? null} onClose={closeDialog} />}
      <Suspense>
        {dialog === "shortcuts" && <ShortcutsDialog onClose={closeDialog} />}
        {dialog === "palette" && <CommandPalette commands={commands} onAsk={ask} onClose={closeDialog} />}
      </Suspense>
    </div>
  );
}

/** Whether the path was ever another one than it was first. */
function useLeftFirst(path: string): boolean {
  const [first] = useState(path);
  const [left, setLeft] = useState(false);
  if (!left && path !== first) setLeft(true);
  return left;
}

/** The program whose page is open. */
function useOpenProgram(): { id: string; name: string } | undefined {
  const { id } = useParams({ strict: false });
  const detail = useQuery({ ...programQuery(id ?? ""), enabled: id !== undefined }).data;
  const name = detail?.program.name;
  return useMemo(() => (id !== undefined && name !== undefined ? { id, name } : undefined), [id, name]);
}
