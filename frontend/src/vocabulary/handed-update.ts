type Take = (text: string) => void;

let waiting: { programId: string; text: string } | undefined;
const composers = new Map<string, Take>();

/** Hands a text to the composer of updates on the page of a program. A person posts it there, or does not. */
export function handUpdate(programId: string, text: string): void {
  waiting = { programId, text };
  deliver();
}

/** Takes each text that is handed to a program, once, also one that was handed before; until it is told to stop. */
export function takeHandedUpdates(programId: string, take: Take): () => void {
  composers.set(programId, take);
  queueMicrotask(deliver);
  return () => {
    if (composers.get(programId) === take) composers.delete(programId);
  };
}

function deliver(): void {
  const take = waiting && composers.get(waiting.programId);
  if (!waiting || !take) return;
  const { text } = waiting;
  waiting = undefined;
  take(text);
}
