import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { portfolio, type desk } from "../../bridge/model";
import { useStored } from "../../lib/stored";
import { enginesQuery } from "../../vocabulary/engine";
import type { Thread } from "./thread";

/** Where the window remembers the engine on this computer that was chosen last. */
const lastEngine = "assistant.engine";

const none: desk.Engine[] = [];

/**
 * What the next question goes to. A conversation goes on with the engine that answered last in it; a new one begins with the
 * engine on this computer that was chosen last, so that nothing leaves the computer unless it was chosen just here.
 */
export function useEngineChoice({ conversationId, messages }: Thread) {
  const engines = useQuery(enginesQuery).data ?? none;
  const [usual, setUsual] = useStored(lastEngine);
  const [chosen, setChosen] = useState<{ conversation: string; id: string }>();
  const answered = messages.findLast(({ role }) => role === portfolio.Role.Assistant)?.engine;
  const wanted = [
    engines.find(({ id }) => chosen?.conversation === conversationId && id === chosen.id),
    engines.find(({ label }) => label === answered),
    engines.find(({ id, place }) => id === usual && place === portfolio.Place.ThisComputer),
  ];
  const engine = wanted.find((each) => each?.allowed) ?? engines[0];
  const choose = ({ id, place }: desk.Engine) => {
    setChosen({ conversation: conversationId, id });
    if (place === portfolio.Place.ThisComputer) setUsual(id);
  };
  return { engines, engine, choose };
}
