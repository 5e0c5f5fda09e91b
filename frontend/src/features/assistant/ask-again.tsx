import { ArrowClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowClockwise";
import { useTranslation } from "react-i18next";
import { portfolio, type desk } from "../../bridge/model";
import { ActionMenu } from "../../ui/action-menu";
import { Button } from "../../ui/button";
import { engineName } from "../../vocabulary/engine";
import styles from "./ask-again.module.css";

interface AskAgainProps {
  messages: portfolio.Message[];
  engines: desk.Engine[];
  onAskAgain: (question: string, engine: desk.Engine) => void;
}

/** Below the last answer: puts its question to an engine once more. Nothing where the one engine has answered it. */
export function AskAgain({ messages, engines, onAskAgain }: AskAgainProps) {
  const { t } = useTranslation();
  const [question, answer] = messages.slice(-2);
  const asked = question?.role === portfolio.Role.Person ? question.text : undefined;
  const ended = answer && answer.state !== portfolio.TurnState.Streaming;
  const able = engines.filter(({ allowed }) => allowed);
  const complete = answer?.state === portfolio.TurnState.Done;
  if (asked === undefined || !ended || (complete && able.length < 2)) return null;
  return (
    <div className={styles.again}>
      <ActionMenu
        trigger={
          <Button kind="quiet">
            <ArrowClockwiseIcon size={14} aria-hidden />
            {t("engine.again")}
          </Button>
        }
        actions={able.map((engine) => ({
          key: engine.id,
          label: t("engine.againWith", { engine: engineName(t, engine) }),
          current: engine.label === answer.engine,
          run: () => onAskAgain(asked, engine),
        }))}
      />
    </div>
  );
}
