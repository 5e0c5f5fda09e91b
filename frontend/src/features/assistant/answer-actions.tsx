import { ArrowClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowClockwise";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { CopyIcon } from "@phosphor-icons/react/dist/csr/Copy";
import { useEffect, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { copyRich } from "../../bridge/clipboard";
import type { desk, portfolio } from "../../bridge/model";
import { ActionMenu } from "../../ui/action-menu";
import { Announcement } from "../../ui/announcement";
import { IconButton } from "../../ui/button";
import { toastFailure } from "../../ui/toasts";
import { engineName } from "../../vocabulary/engine";
import { answerPage } from "./answer-html";
import styles from "./answer-actions.module.css";
import { costWords } from "./cost-words";
import { draftMarkdown, draftPage } from "./draft-content";
import { withoutLinks } from "./plain-markdown";

/** How long a button says that it has copied, in milliseconds. */
const copiedTime = 2000;

interface AnswerActionsProps {
  message: portfolio.Message;
  /** The text of the answer as Markdown, and where it is drawn. */
  text: string;
  drawn: RefObject<HTMLElement | null>;
  /** Puts the question of the answer to an engine once more; absent where that cannot be done now. */
  onAskAgain: ((engine: desk.Engine) => void) | undefined;
  /** What can answer. */
  engines: desk.Engine[];
}

/** The row below a finished answer: copy it, ask again, and what it took. */
export function AnswerActions({ message, text, drawn, onAskAgain, engines }: AnswerActionsProps) {
  const { t, i18n } = useTranslation();
  const able = engines.filter(({ allowed }) => allowed);
  const [only, ...others] = able;
  const cost = costWords(t, i18n.language, message);
  const again = (
    <IconButton label={t("engine.again")} className={styles.action}>
      <ArrowClockwiseIcon size={14} />
    </IconButton>
  );
  return (
    <div className={styles.actions}>
      {text !== "" && <CopyButton text={text} drawn={drawn} draft={message.draft ?? null} />}
      {onAskAgain &&
        only &&
        (others.length === 0 ? (
          <IconButton label={t("engine.again")} className={styles.action} onClick={() => onAskAgain(only)}>
            <ArrowClockwiseIcon size={14} />
          </IconButton>
        ) : (
          <ActionMenu
            trigger={again}
            actions={able.map((engine) => ({
              key: engine.id,
              label: t("engine.againWith", { engine: engineName(t, engine) }),
              current: engine.label === message.engine,
              run: () => onAskAgain(engine),
            }))}
          />
        ))}
      {cost && <p className={styles.cost}>{cost}</p>}
    </div>
  );
}

interface CopyButtonProps extends Pick<AnswerActionsProps, "text" | "drawn"> {
  draft: portfolio.Draft | null;
}

/** Copies an answer; of a draft only what is for others. */
function CopyButton({ text, drawn, draft }: CopyButtonProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), copiedTime);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    const page = drawn.current && answerPage(drawn.current);
    const html = page && (draft ? draftPage(page) : page).innerHTML;
    copyRich(withoutLinks(draft ? draftMarkdown(text) : text), html ?? "").then(
      () => setCopied(true),
      () => toastFailure(t("assistant.notCopied")),
    );
  };
  return (
    <>
      <IconButton label={t("assistant.copy")} className={styles.action} onClick={copy}>
        {copied ? <CheckIcon size={14} className={styles.done} /> : <CopyIcon size={14} />}
      </IconButton>
      <Announcement text={copied ? t("assistant.copied") : ""} />
    </>
  );
}
