import { useCallback, useState } from "react";

/** Reads a value that this window keeps between starts. Undefined where there is none or it cannot be read. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined; // Storage may be switched off; the window then simply starts with its defaults.
  }
}

/** All that this window keeps, as one text that boot.ts compares. Undefined where it cannot be read. */
export function readAllStored(): string | undefined {
  try {
    return JSON.stringify(Object.entries(localStorage).sort());
  } catch {
    return undefined;
  }
}

export function writeStored(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // As above: what cannot be kept is forgotten.
  }
}

/** A state that is the same again after a restart. */
export function useStored(key: string): [string | undefined, (value: string | undefined) => void] {
  const [value, setValue] = useState(() => readStored(key));
  const set = useCallback(
    (next: string | undefined) => {
      writeStored(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, set];
}
