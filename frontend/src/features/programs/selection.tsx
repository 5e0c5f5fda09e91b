import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import { useShowsSelection } from "../../vocabulary/looked-at";

/** The programs that are selected, in whatever view; the views share one selection. */
export interface ProgramSelection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  select: (ids: Iterable<string>) => void;
  toggle: (id: string) => void;
  clear: () => void;
}

const SelectionContext = createContext<ProgramSelection | undefined>(undefined);

/** Holds the selection of the views below it. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set<string>());
  const selection = useMemo<ProgramSelection>(
    () => ({
      ids,
      has: (id) => ids.has(id),
      select: (next) => setIds(new Set(next)),
      toggle: (id) =>
        setIds((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        }),
      clear: () => setIds((before) => (before.size === 0 ? before : new Set())),
    }),
    [ids],
  );
  useShowsSelection(ids);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

export function useProgramSelection(): ProgramSelection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("the views of the programs have a selection around them");
  return selection;
}
