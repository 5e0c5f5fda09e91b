import { createContext, useContext } from "react";

/** Begins an import from anywhere in the window. */
export interface ImportStarter {
  /** Asks for files in a dialog of the system. */
  pick: () => void;
}

export const ImportContext = createContext<ImportStarter>({ pick: () => undefined });

export function useImport(): ImportStarter {
  return useContext(ImportContext);
}
