import { lazy, Suspense, useEffect, useRef, type CSSProperties, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { chat } from "../../bridge/backend";
import { useStored } from "../../lib/stored";
import { Resizer } from "../../ui/resizer";
import styles from "./assistant-panel.module.css";
import type { ConversationProps } from "./conversation";

// Loaded beside the window: the page that people wait for does not wait for it.
const Conversation = lazy(async () => ({ default: (await import("./conversation")).Conversation }));

const leastWidth = 304;
const mostWidth = 640;
const usualWidth = 384;

interface AssistantPanelProps extends ConversationProps {
  /** Whether the page beside the panel is drawn; the panel is empty until then. */
  ready: boolean;
}

/** The assistant beside every page, or in its place. */
export function AssistantPanel({ ready, ...conversation }: AssistantPanelProps) {
  const { full, onToggleFull } = conversation;
  const panel = useRef<HTMLDivElement>(null);
  useEscape(panel, full ? onToggleFull : undefined);
  const { t } = useTranslation();
  const [storedWidth, setStoredWidth] = useStored("assistant.width");
  const width = Number(storedWidth ?? usualWidth) || usualWidth;
  useEffect(() => {
    // Where this fails, the first answer says why.
    if (ready) void chat.Prepare().catch(() => undefined);
  }, [ready]);
  return (
    <div
      ref={panel}
      role={full ? "main" : "complementary"}
      data-full={full || undefined}
      className={styles.panel}
      aria-label={t("assistant.title")}
      style={{ "--width": `${width}px` } as CSSProperties}
    >
      {!full && (
        <Resizer
          label={t("assistant.resize")}
          width={width}
          least={leastWidth}
          most={mostWidth}
          onResize={(to) => setStoredWidth(String(to))}
        />
      )}
      <Suspense>{ready && <Conversation {...conversation} />}</Suspense>
    </div>
  );
}

/** Calls leave on Escape in the panel, where nothing in it took the key. */
function useEscape(panel: RefObject<HTMLElement | null>, leave: (() => void) | undefined): void {
  useEffect(() => {
    if (!leave) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("[data-modal]")) return;
      const { target } = event;
      if (target !== document.body && !(target instanceof Node && panel.current?.contains(target))) return;
      event.preventDefault();
      leave();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [panel, leave]);
}
