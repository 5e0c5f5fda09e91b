import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { portfolio, type desk } from "../../bridge/model";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import { recordLink } from "../../vocabulary/record-link";
import { citedRecord } from "./cited-record";
import { AnswerActions } from "./answer-actions";
import { AnswerText } from "./answer-text";
import { CheckedLine } from "./checked-line";
import { boundStretches, unboundStretches } from "./claims";
import { DraftActions } from "./draft-actions";
import { Fold } from "./fold";
import styles from "./message-list.module.css";
import { ProposalCard } from "./proposal-card";
import { stepWords, toolWords } from "./step-words";
import { withoutTables } from "./without-tables";

interface AnswerProps {
  message: portfolio.Message;
  /** Called with the proposal of the answer when it was applied or discarded. */
  onDecided: (proposal: portfolio.Proposal) => void;
  /** What can answer. */
  engines: desk.Engine[];
  /** Puts its question to an engine once more; absent while that cannot be done. */
  onAskAgain: ((engine: desk.Engine) => void) | undefined;
}

/** One answer: what was read for it, its text, the records it stands on, how it ended, and what can be done with it. */
export function Answer({ message, onDecided, engines, onAskAgain }: AnswerProps) {
  const { t } = useTranslation();
  const writing = message.state === portfolio.TurnState.Streaming;
  // The card shows the rows of a proposal, so the table that stands for them elsewhere is left out here.
  const text = message.proposal ? withoutTables(message.text) : message.text;
  const drawn = useRef<HTMLDivElement>(null);
  const sources = sourcesOf(message, text);
  const unbound = useMemo(
    () => unboundStretches(message.text, message.claims),
    [message.text, message.claims],
  );
  const bound = useMemo(() => boundStretches(message.text, message.claims), [message.text, message.claims]);
  return (
    <article className={styles.answer} aria-busy={writing} aria-label={message.engine}>
      {message.steps.length > 0 && (
        <Fold label={stepWords(t, message.steps)}>
          <ol className={styles.steps}>
            {message.steps.map((step, index) => (
              <li key={index}>
                {toolWords(t, step)}{" "}
                <span className={styles.arguments}>{JSON.stringify(step.arguments)}</span>
              </li>
            ))}
          </ol>
        </Fold>
      )}
      {text !== "" && (
        <div ref={drawn}>
          <AnswerText
            text={message.text}
            unbound={unbound}
            bound={bound}
            withoutTables={message.proposal != null}
          />
        </div>
      )}
      {writing && <span className={styles.writing} role="img" aria-label={t("assistant.writing")} />}
      <CheckedLine text={message.text} claims={message.claims} />
      {message.draft && <DraftActions draft={message.draft} text={message.text} drawn={drawn} />}
      {message.proposal && <ProposalCard proposal={message.proposal} onDecided={onDecided} />}
      {sources.length > 0 && (
        <Fold label={t("assistant.records", { count: message.citations.length })}>
          <ul className={styles.sources}>
            {message.citations.map((citation) => (
              <li key={`${citation.type} ${citation.id}`}>
                <Source citation={citation} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {message.state === portfolio.TurnState.Stopped && (
        <p className={styles.state}>{t("assistant.stopped")}</p>
      )}
      {message.state === portfolio.TurnState.Failed && <p className={styles.failed}>{message.error}</p>}
      {!writing && (
        <AnswerActions
          message={message}
          text={text}
          drawn={drawn}
          engines={engines}
          onAskAgain={onAskAgain}
        />
      )}
    </article>
  );
}

/** The records of an answer, where the text that is shown does not link all of them. */
function sourcesOf(message: portfolio.Message, text: string): portfolio.Citation[] {
  if (message.state === portfolio.TurnState.Streaming) return [];
  const missing = message.citations.some((citation) => {
    const ref = citedRecord(citation);
    return ref && !text.includes(`(${recordLink(ref)})`);
  });
  return missing ? message.citations : [];
}

function Source({ citation }: { citation: portfolio.Citation }) {
  const ref = citedRecord(citation);
  return ref ? (
    <RecordAnchor record={ref} className={styles.source}>
      {citation.label}
    </RecordAnchor>
  ) : (
    <span className={styles.source}>{citation.label}</span>
  );
}
