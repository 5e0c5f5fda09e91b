import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { useCallback, useRef } from "react";
import { AssistantPanel } from "../features/assistant/assistant-panel";
import { programQuery } from "../features/programs/queries";
import { useStored } from "../lib/stored";
import { deskQuery } from "../vocabulary/desk-query";
import { DeskGate } from "./desk-gate";
import { ImportHost } from "./import-host";
import { Navigation } from "./navigation";
import styles from "./shell.module.css";
import { useShortcuts } from "./shortcuts";
import { useTheme } from "./theme";

/** The window: navigation, the page, and the assistant beside it. */
export function Shell() {
  useTheme();
  return (
    <DeskGate>
      <ImportHost>
        <Desk />
      </ImportHost>
    </DeskGate>
  );
}

function Desk() {
  const state = useQuery(deskQuery).data;
  const [hidden, setHidden] = useStored("assistant.hidden");
  const composer = useRef<HTMLTextAreaElement>(null);
  const shown = hidden === undefined;

  const toggleAssistant = useCallback(() => {
    setHidden(shown ? "yes" : undefined);
    if (!shown) requestAnimationFrame(() => composer.current?.focus());
  }, [setHidden, shown]);
  useShortcuts(toggleAssistant);

  return (
    <div className={styles.shell}>
      <Navigation onShowAssistant={shown ? undefined : toggleAssistant} />
      <main className={styles.main}>
        <Outlet />
      </main>
      <div hidden={!shown} className={styles.assistant}>
        <AssistantPanel
          scope={useOpenProgram()}
          engine={state?.engine ?? ""}
          onHide={toggleAssistant}
          composerRef={composer}
        />
      </div>
    </div>
  );
}

/** The program whose page is open. */
function useOpenProgram(): { id: string; name: string } | undefined {
  const { id } = useParams({ strict: false });
  const detail = useQuery({ ...programQuery(id ?? ""), enabled: id !== undefined }).data;
  return id !== undefined && detail ? { id, name: detail.program.name } : undefined;
}
