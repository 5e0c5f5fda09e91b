import { lazy, Suspense, useEffect, type CSSProperties } from "react";
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

/** The assistant beside every page. */
export function AssistantPanel({ ready, ...conversation }: AssistantPanelProps) {
  const { t } = useTranslation();
  const [storedWidth, setStoredWidth] = useStored("assistant.width");
  const width = Number(storedWidth ?? usualWidth) || usualWidth;
  useEffect(() => {
    // Where this fails, the first answer says why.
    if (ready) void chat.Prepare().catch(() => undefined);
  }, [ready]);
  return (
    <aside
      className={styles.panel}
      aria-label={t("assistant.title")}
      style={{ "--width": `${width}px` } as CSSProperties}
    >
      <Resizer
        label={t("assistant.resize")}
        width={width}
        least={leastWidth}
        most={mostWidth}
        onResize={(to) => setStoredWidth(String(to))}
      />
      <Suspense>{ready && <Conversation {...conversation} />}</Suspense>
    </aside>
  );
}
