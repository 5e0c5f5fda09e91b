import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";
import type { portfolio } from "../bridge/model";
import { later } from "../lib/later";
import type { Clash, Verdict } from "./save-merged";

/** A record that somebody else changed while it was edited here. */
export interface Conflict {
  entity: portfolio.Entity;
  /** The name of the record. */
  label: string;
  clashes: Clash[];
}

const ConflictDialog = later(async () => (await import("./conflict-dialog")).ConflictDialog);

type Ask = (conflict: Conflict) => Promise<Verdict>;

const AskContext = createContext<Ask>(() => Promise.resolve("neither"));

/** Asks the person which values of a record hold, in a dialog that the host shows. */
export function useAskAboutConflict(): Ask {
  return useContext(AskContext);
}

/** Shows the questions of everything below it, one after the other. */
export function ConflictHost({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ conflict: Conflict; answer: (verdict: Verdict) => void }[]>([]);
  const ask = useCallback<Ask>(
    (conflict) => new Promise((answer) => setAsked((before) => [...before, { conflict, answer }])),
    [],
  );
  const first = asked[0];
  const decide = useMemo(
    () => (verdict: Verdict) => {
      first?.answer(verdict);
      setAsked((before) => before.slice(1));
    },
    [first],
  );
  return (
    <AskContext value={ask}>
      {children}
      {first && <ConflictDialog conflict={first.conflict} onDecide={decide} />}
    </AskContext>
  );
}
