import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { portfolio } from "../bridge/model";

/** The programs of a list that shows some of them, and the saved view that it is. */
export interface LookedAtList {
  query: portfolio.Query;
  count: number;
  view?: string;
}

/** What the page shows of the programs: a part of them, and those that are selected in it. */
interface LookedAt {
  list: LookedAtList | undefined;
  selected: ReadonlySet<string>;
}

const nothing: LookedAt = { list: undefined, selected: new Set() };

const LookedAtContext = createContext<LookedAt>(nothing);
const ShowContext = createContext<(change: Partial<LookedAt>) => void>(() => undefined);

/** Lets pages say what they show, and the assistant ask about it: neither knows of the other. */
export function LookedAtProvider({ children }: { children: ReactNode }) {
  const [lookedAt, setLookedAt] = useState(nothing);
  const show = useMemo(
    () => (change: Partial<LookedAt>) => setLookedAt((before) => ({ ...before, ...change })),
    [],
  );
  return (
    <ShowContext value={show}>
      <LookedAtContext value={lookedAt}>{children}</LookedAtContext>
    </ShowContext>
  );
}

export function useLookedAt(): LookedAt {
  return useContext(LookedAtContext);
}

/** Says which part of the programs the page lists; undefined for all of them. The list keeps its identity while it stays. */
export function useShowsList(list: LookedAtList | undefined): void {
  const show = useContext(ShowContext);
  useEffect(() => {
    show({ list });
    return () => show({ list: undefined });
  }, [show, list]);
}

/** Says which programs are selected. */
export function useShowsSelection(selected: ReadonlySet<string>): void {
  const show = useContext(ShowContext);
  useEffect(() => {
    show({ selected });
    return () => show({ selected: nothing.selected });
  }, [show, selected]);
}
