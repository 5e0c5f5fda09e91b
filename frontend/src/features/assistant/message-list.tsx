import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { portfolio, type desk } from "../../bridge/model";
import { Answer } from "./answer";
import styles from "./message-list.module.css";
import { streamingAnswer, type Thread } from "./thread";

/** How close to the end the list must be, in pixels, to follow what is written. */
const nearEnd = 80;

interface MessageListProps {
  ref: RefObject<HTMLDivElement | null>;
  thread: Thread;
  /** What can answer. */
  engines: desk.Engine[];
  /** Called with a proposal that was applied or discarded. */
  onDecided: (proposal: portfolio.Proposal) => void;
  /** Called to put a question to an engine once more. */
  onAskAgain: (question: string, engine: desk.Engine) => void;
}

/** What was said, oldest first. The list follows the answer unless the person scrolled away from its end. */
export function MessageList({ ref: list, thread, engines, onDecided, onAskAgain }: MessageListProps) {
  const { t } = useTranslation();
  const follows = useRef(true);
  const questions = thread.messages.length + (thread.asked === undefined ? 0 : 1);

  useEffect(() => {
    follows.current = true; // a new question, or another conversation
  }, [questions, thread.conversationId]);
  useLayoutEffect(() => {
    if (follows.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  });

  const busy = thread.asked !== undefined || streamingAnswer(thread) !== undefined;
  const askAgain = ({ turn_id }: portfolio.Message) => {
    const { Person } = portfolio.Role;
    const question = thread.messages.find((other) => other.turn_id === turn_id && other.role === Person);
    return busy || !question ? undefined : (engine: desk.Engine) => onAskAgain(question.text, engine);
  };

  return (
    <div
      ref={list}
      className={styles.list}
      role="log"
      aria-live="off"
      aria-label={t("assistant.conversation")}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      {thread.messages.map((message) =>
        message.role === portfolio.Role.Person ? (
          <Question key={message.id} text={message.text} />
        ) : (
          <Answer
            key={message.id}
            message={message}
            onDecided={onDecided}
            engines={engines}
            onAskAgain={askAgain(message)}
          />
        ),
      )}
      {thread.asked !== undefined && <Question text={thread.asked} />}
    </div>
  );
}

function Question({ text }: { text: string }) {
  return <p className={styles.question}>{text}</p>;
}
