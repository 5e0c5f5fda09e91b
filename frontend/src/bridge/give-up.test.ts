import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readUntil } from "./give-up";

const giveUp = vi.fn<(ticket: string) => Promise<void>>();

beforeEach(() => vi.stubGlobal("go", { app: { Desk: { GiveUp: giveUp.mockResolvedValue() } } }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

it("gives up the read of the signal by its ticket, and no other", async () => {
  const tickets: string[] = [];
  const older = new AbortController();
  const answers: (() => void)[] = [];
  const read = (ticket: string) => {
    tickets.push(ticket);
    return new Promise<void>((resolve) => answers.push(resolve));
  };
  const reads = [readUntil(older.signal, read), readUntil(new AbortController().signal, read)];
  older.abort();
  expect(giveUp.mock.calls).toEqual([[tickets[0]]]);
  expect(tickets[1]).not.toBe(tickets[0]);
  answers.forEach((answer) => answer());
  await Promise.all(reads);
});

it("gives up nothing that was read already", async () => {
  const left = new AbortController();
  await readUntil(left.signal, () => Promise.resolve());
  left.abort();
  expect(giveUp).not.toHaveBeenCalled();
});
