import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { toAppError } from "../../bridge/app-error";
import { chat } from "../../bridge/backend";
import { on } from "../../bridge/events";
import type { agent, portfolio } from "../../bridge/model";
import { useStored } from "../../lib/stored";
import { conversationsKey } from "./queries";
import { missesEvents, newThread, streamingAnswer, threadReducer, type ChatEvent } from "./thread";

/** Where the window remembers the conversation that was open last. */
const lastConversation = "assistant.conversation";

/** The conversation in the panel: what was said, what is being said, and what can be done about it. */
export function useAssistant(scope: agent.Scope) {
  const client = useQueryClient();
  const [thread, dispatch] = useReducer(threadReducer, newThread);
  const [stored, setStored] = useStored(lastConversation);
  const [error, setError] = useState<string>();
  const wanted = useRef(stored ?? "");

  const open = useCallback(
    async (id: string) => {
      wanted.current = id;
      try {
        const conversation = await chat.Open(id);
        if (wanted.current !== id) return; // The person went on to another conversation meanwhile.
        dispatch({ type: "opened", conversation });
        setStored(id);
        setError(undefined);
      } catch (reason) {
        if (wanted.current !== id) return;
        const failure = toAppError(reason);
        wanted.current = "";
        setStored(undefined);
        dispatch({ type: "cleared" });
        if (failure.code !== "not_found") setError(failure.message);
      }
    },
    [setStored],
  );

  useChatEvents(
    useCallback(
      (events: ChatEvent[]) => {
        dispatch({ type: "events", events });
        if (events.some(({ kind }) => kind === "finished")) {
          void client.invalidateQueries({ queryKey: conversationsKey });
        }
      },
      [client],
    ),
  );

  useEffect(() => {
    if (wanted.current !== "") void open(wanted.current);
  }, [open]);

  const incomplete = missesEvents(thread);
  useEffect(() => {
    if (incomplete) void open(thread.conversationId);
  }, [incomplete, open, thread.conversationId]);

  const answer = streamingAnswer(thread);
  const asking = useRef({ stopped: false });
  const stopTurn = useCallback((turnId: string) => {
    chat.Stop(turnId).catch((reason: unknown) => setError(toAppError(reason).message));
  }, []);
  const { conversationId } = thread;
  const ask = useCallback(
    async (text: string, engine: string): Promise<boolean> => {
      const request = { stopped: false };
      asking.current = request;
      dispatch({ type: "asked", text });
      setError(undefined);
      try {
        const turn = await chat.Send(conversationId, text, scope, engine);
        if (request.stopped) stopTurn(turn.turn_id);
        await open(turn.conversation_id);
        await client.invalidateQueries({ queryKey: conversationsKey });
        return true;
      } catch (reason) {
        dispatch({ type: "refused" });
        setError(toAppError(reason).message);
        return false;
      }
    },
    [conversationId, scope, open, stopTurn, client],
  );
  const stop = () => {
    if (answer) stopTurn(answer.turn_id);
    else asking.current.stopped = true; // The turn has no id yet: stop it as soon as it has one.
  };
  const startNew = () => {
    wanted.current = "";
    setStored(undefined);
    setError(undefined);
    dispatch({ type: "cleared" });
  };

  const decided = useCallback((proposal: portfolio.Proposal) => dispatch({ type: "decided", proposal }), []);

  const answering = answer !== undefined || thread.asked !== undefined;
  return { thread, answering, error, ask, stop, open, startNew, decided };
}

/** Collects the events of conversations and hands them over at most once a frame. */
function useChatEvents(receive: (events: ChatEvent[]) => void): void {
  useEffect(() => {
    let waiting: ChatEvent[] = [];
    let frame: number | undefined;
    const flush = () => {
      frame = undefined;
      const events = waiting;
      waiting = [];
      receive(events);
    };
    const take = (event: ChatEvent) => {
      waiting.push(event);
      frame ??= requestAnimationFrame(flush);
    };
    const offs = [
      on("chat:progress", (payload) => take({ kind: "progress", payload })),
      on("chat:finished", (payload) => take({ kind: "finished", payload })),
    ];
    return () => {
      offs.forEach((off) => off());
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [receive]);
}
