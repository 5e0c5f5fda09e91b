import { createContext, useContext } from "react";

/** Puts a question to the assistant, about what is open; without a question it is only made ready for one. */
export type Ask = (question?: string) => void;

/** The window provides it: pages know nothing of the assistant. */
export const AskContext = createContext<Ask>(() => undefined);

export function useAsk(): Ask {
  return useContext(AskContext);
}
