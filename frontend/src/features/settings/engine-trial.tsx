import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { engines } from "../../bridge/backend";
import { portfolio, type model } from "../../bridge/model";
import { Button } from "../../ui/button";
import styles from "./engine-dialog.module.css";

interface EngineTrialProps {
  endpoint: portfolio.Endpoint;
  keyEntered: string;
  /** Whether enough is filled in to try. */
  ready: boolean;
}

/** Tries an engine when its button is pressed, and says what it can do. Nothing of the portfolio is sent. */
export function EngineTrial({ endpoint, keyEntered, ready }: EngineTrialProps) {
  const { t } = useTranslation();
  const trial = useMutation({ mutationFn: () => engines.Try(endpoint, keyEntered) });
  return (
    <div className={styles.trial}>
      <Button disabled={!ready || trial.isPending} onClick={() => trial.mutate()}>
        {t(trial.isPending ? "engine.trying" : "engine.try")}
      </Button>
      <p role="status">{trial.error?.message ?? (trial.data && trialWords(t, trial.data))}</p>
    </div>
  );
}

const toolWords = {
  [portfolio.ToolUse.Yes]: "engine.callsTools",
  [portfolio.ToolUse.No]: "engine.callsNoTools",
  [portfolio.ToolUse.Unknown]: "engine.toolsUnknown",
} as const;

function trialWords(t: TFunction, { problem, streams, tools, ms }: model.Trial): string {
  if (problem !== "") return problem;
  return [
    t("engine.answersIn", { ms: Math.round(ms) }),
    t(streams ? "engine.streams" : "engine.streamsNot"),
    t(toolWords[tools]),
  ].join(" ");
}
