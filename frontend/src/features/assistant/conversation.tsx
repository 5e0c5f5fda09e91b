import { ArrowsInSimpleIcon } from "@phosphor-icons/react/dist/csr/ArrowsInSimple";
import { ArrowsOutSimpleIcon } from "@phosphor-icons/react/dist/csr/ArrowsOutSimple";
import { ChatsIcon } from "@phosphor-icons/react/dist/csr/Chats";
import { NotePencilIcon } from "@phosphor-icons/react/dist/csr/NotePencil";
import { SidebarSimpleIcon } from "@phosphor-icons/react/dist/csr/SidebarSimple";
import { useCallback, useEffect, useRef, useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { useMedia } from "../../lib/use-media";
import { Announcement } from "../../ui/announcement";
import { IconButton } from "../../ui/button";
import unseen from "../../ui/unseen.module.css";
import styles from "./assistant-panel.module.css";
import { Composer } from "./composer";
import { ConversationList } from "./conversation-list";
import { EngineMenu } from "./engine-menu";
import { MessageList } from "./message-list";
import { withoutMarks } from "./plain-markdown";
import { useScope, type OpenProgram } from "./use-scope";
import { ScopeMenu } from "./scope-menu";
import { Starters } from "./starters";
import { useAssistant } from "./use-assistant";
import { useEngineChoice } from "./use-engine-choice";
import { useWaiting } from "./use-waiting";
import { WaitingProposals } from "./waiting-proposals";

export interface ConversationProps {
  /** The program that is open. */
  program: OpenProgram | undefined;
  /** A question that was put from a page. It is asked once, as soon as nothing else is answered, and then given back. */
  question: string | undefined;
  onAsked: () => void;
  onHide: () => void;
  /** Whether the panel takes the place of the page. */
  full: boolean;
  onToggleFull: () => void;
  composerRef: Ref<HTMLTextAreaElement>;
}

/** What the assistant panel holds: one conversation, or the list of all, and where the next question is written. */
export function Conversation(props: ConversationProps) {
  const { program, question, onAsked, onHide, full, onToggleFull, composerRef } = props;
  const { t } = useTranslation();
  const [listed, setListed] = useState(false);
  const { choices, scope, choose: chooseScope } = useScope(program);
  const { thread, answering, error, ask, stop, open, startNew, decided } = useAssistant(scope.scope);
  const { engines, engine, choose } = useEngineChoice(thread);
  const engineId = engine?.id ?? "";
  const send = useCallback((text: string) => ask(text, engineId), [ask, engineId]);
  const waiting = useWaiting(thread, open);
  const list = useRef<HTMLDivElement>(null);
  const goingTo = useRef<string>(undefined);
  const deletedOpen = useRef<string>(undefined); // opened again when it is brought back
  useEffect(() => {
    if (goingTo.current !== thread.conversationId) return;
    goingTo.current = undefined;
    list.current?.focus(); // what was pressed is gone
  }, [thread.conversationId]);
  const openWaiting = ({ conversation_id }: portfolio.Proposal) => {
    setListed(false);
    goingTo.current = conversation_id;
    void open(conversation_id);
  };
  useEffect(() => {
    if (question === undefined || answering) return;
    onAsked();
    void send(question).then(() => setListed(false));
  }, [question, answering, onAsked, send]);
  const roomy = useMedia("(width >= 720px)");
  const beside = full && roomy; // the list stands beside the conversation
  const Heading = full ? "h1" : "h2";
  const history = (
    <ConversationList
      current={thread.conversationId}
      onOpen={(id) => {
        setListed(false);
        void open(id);
      }}
      onDeleted={(id) => {
        if (id !== thread.conversationId) return;
        deletedOpen.current = id;
        startNew();
      }}
      onRestored={(id) => {
        if (id === deletedOpen.current) void open(id);
      }}
    />
  );
  const empty = thread.messages.length === 0 && thread.asked === undefined;

  return (
    <>
      <div className={styles.bar}>
        <Heading className={styles.title}>{t("assistant.title")}</Heading>
        {engine && <EngineMenu engines={engines} engine={engine} onChoose={choose} />}
        <div className={styles.tools}>
          <IconButton
            label={t("assistant.new")}
            onClick={() => {
              startNew();
              setListed(false);
            }}
          >
            <NotePencilIcon size={16} />
          </IconButton>
          {!beside && (
            <IconButton
              label={t("assistant.history")}
              aria-expanded={listed}
              onClick={() => setListed(!listed)}
            >
              <ChatsIcon size={16} />
            </IconButton>
          )}
          <IconButton
            label={t(full ? "assistant.dock" : "assistant.full")}
            aria-keyshortcuts="Control+Shift+J Meta+Shift+J"
            onClick={onToggleFull}
          >
            {full ? <ArrowsInSimpleIcon size={16} /> : <ArrowsOutSimpleIcon size={16} />}
          </IconButton>
          <IconButton label={t("assistant.hide")} aria-keyshortcuts="Control+J Meta+J" onClick={onHide}>
            <SidebarSimpleIcon size={16} className={styles.right} />
          </IconButton>
        </div>
      </div>
      <div className={styles.body}>
        {beside && <div className={styles.history}>{history}</div>}
        <div className={styles.talk}>
          {full && <h2 className={unseen.unseen}>{t("assistant.conversation")}</h2>}
          <WaitingProposals proposals={waiting} onOpen={openWaiting} />
          {listed && !beside ? (
            history
          ) : empty ? (
            <Starters
              program={scope.kind === "program" ? program : undefined}
              onAsk={(text) => void send(text)}
            />
          ) : (
            <MessageList
              ref={list}
              thread={thread}
              engines={engines}
              onDecided={decided}
              onAskAgain={(text, other) => {
                choose(other);
                void ask(text, other.id);
              }}
            />
          )}
          {error && (
            <p role="alert" className={styles.error}>
              {error}
            </p>
          )}
          <Composer
            inputRef={composerRef}
            about={<ScopeMenu choices={choices} scope={scope} onChoose={chooseScope} />}
            answering={answering}
            onSend={(text) => {
              setListed(false);
              return send(text);
            }}
            onStop={stop}
          />
        </div>
      </div>
      <Announcement text={useLastAnswer(thread.messages)} />
    </>
  );
}

/** What to announce: the newest answer once it is complete, and nothing while it is written. */
function useLastAnswer(messages: portfolio.Message[]): string {
  const { t } = useTranslation();
  const last = messages.at(-1);
  if (last?.role !== portfolio.Role.Assistant || last.state === portfolio.TurnState.Streaming) return "";
  if (last.state === portfolio.TurnState.Failed) return last.error;
  return t("assistant.answered", { text: withoutMarks(last.text) });
}
