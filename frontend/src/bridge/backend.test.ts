import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { files } from "./backend";
import { on } from "./events";

/** What Wails puts into the window: the bound methods, and the runtime with its events. */
const pick = vi.fn<() => Promise<string[]>>();
const unsubscribe = vi.fn();
const eventsOn = vi.fn<(name: string, handler: (payload: unknown) => void, most: number) => () => void>();

beforeEach(() => {
  vi.stubGlobal("go", { app: { Files: { Pick: pick } } });
  vi.stubGlobal("runtime", { EventsOnMultiple: eventsOn.mockReturnValue(unsubscribe) });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

describe("a bound method", () => {
  it("gives what Go answers", async () => {
    pick.mockResolvedValue(["a.csv"]);
    await expect(files.Pick()).resolves.toEqual(["a.csv"]);
  });

  it("rejects with an AppError", async () => {
    pick.mockRejectedValue(new Error('{"code":"not_ready","message":"The desk is still opening."}'));
    await expect(files.Pick()).rejects.toMatchObject({ name: "AppError", code: "not_ready" });
  });

  it("rejects with an AppError where the bridge itself is missing", async () => {
    vi.stubGlobal("go", undefined);
    await expect(files.Pick()).rejects.toMatchObject({ name: "AppError", code: "unknown" });
  });
});

describe("an event", () => {
  it("reaches its handler until it is unsubscribed", () => {
    const handler = vi.fn();
    const off = on("data:changed", handler);
    const [name, listener] = eventsOn.mock.lastCall ?? [];
    expect(name).toBe("data:changed");
    listener?.({ change_set: 7, entities: [] });
    expect(handler).toHaveBeenCalledExactlyOnceWith({ change_set: 7, entities: [] });
    off();
    expect(unsubscribe).toHaveBeenCalledOnce();
  });
});
