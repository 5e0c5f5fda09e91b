import { useEffect, useRef } from "react";
import { desk } from "./backend";

const window = Math.random().toString(36).slice(2);
let reads = 0;

/**
 * Reads something until the signal says that nobody waits for it any more: Go then stops reading. Each read has a ticket of
 * its own, so that giving up an older one never stops a newer one.
 */
export async function readUntil<T>(signal: AbortSignal, read: (ticket: string) => Promise<T>): Promise<T> {
  reads += 1;
  const ticket = `${window} ${reads}`;
  const giveUp = () => {
    desk.GiveUp(ticket).catch(() => undefined); // it only costs a read that nobody sees
  };
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await read(ticket);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

/** Reads something as long as a component is shown: what it waits for is given up as it goes. */
export function useReadWhileShown() {
  const shown = useRef(new AbortController());
  useEffect(() => {
    const here = new AbortController();
    shown.current = here;
    return () => here.abort();
  }, []);
  return <T>(read: (ticket: string) => Promise<T>) => readUntil(shown.current.signal, read);
}
