import { describe, expect, it, vi } from "vitest";
import { AppError } from "../bridge/app-error";
import { editOf, saveMerged, type Clash, type Verdict } from "./save-merged";

interface Note {
  id: string;
  revision: number;
  title: string;
  owner: string;
  due: string | null;
}

const base: Note = { id: "n", revision: 1, title: "Pilot", owner: "Ada", due: null };

/** A store that refuses a revision that is not its own, as Go does. */
function storeOf(stored: Note) {
  let now = stored;
  return {
    now: () => now,
    write: (change: Partial<Note>) => (now = { ...now, ...change, revision: now.revision + 1 }),
    read: () => Promise.resolve(now),
    save: (note: Note) => {
      if (note.revision !== now.revision)
        return Promise.reject(new AppError("conflict", "It changed meanwhile."));
      now = { ...note, revision: now.revision + 1 };
      return Promise.resolve(now);
    },
  };
}

const answering = (...verdicts: Verdict[]) =>
  vi.fn<(clashes: Clash[]) => Promise<Verdict>>(() => Promise.resolve(verdicts.shift() ?? "neither"));

describe("saveMerged", () => {
  it("writes at once where nobody else did", async () => {
    const store = storeOf(base);
    const ask = answering();
    await saveMerged({ base, edit: { owner: "Ben" }, ...store, ask });
    expect(store.now()).toMatchObject({ owner: "Ben", revision: 2 });
    expect(ask).not.toHaveBeenCalled();
  });

  it("keeps what the other side wrote to another field, without asking", async () => {
    const store = storeOf(base);
    store.write({ title: "Pilot live" });
    const ask = answering();
    await saveMerged({ base, edit: { owner: "Ben" }, ...store, ask });
    expect(store.now()).toMatchObject({ owner: "Ben", title: "Pilot live" });
    expect(ask).not.toHaveBeenCalled();
  });

  it("asks nothing where both wrote the same", async () => {
    const store = storeOf(base);
    store.write({ owner: "Ben" });
    const ask = answering();
    await saveMerged({ base, edit: { owner: "Ben" }, ...store, ask });
    expect(store.now().owner).toBe("Ben");
    expect(ask).not.toHaveBeenCalled();
  });

  it.each<[Verdict, Partial<Note>]>([
    ["mine", { owner: "Ben", due: "2026-09-15" }],
    ["theirs", { owner: "Chiara", due: "2026-09-15" }],
  ])("asks about a field that both wrote, and keeps %s", async (verdict, wanted) => {
    const store = storeOf(base);
    store.write({ owner: "Chiara" });
    const ask = answering(verdict);
    await saveMerged({ base, edit: { owner: "Ben", due: "2026-09-15" }, ...store, ask });
    expect(ask).toHaveBeenCalledExactlyOnceWith([{ field: "owner", mine: "Ben", theirs: "Chiara" }]);
    expect(store.now()).toMatchObject(wanted);
  });

  it("writes nothing where theirs holds and nothing else was changed", async () => {
    const store = storeOf(base);
    store.write({ owner: "Chiara" });
    const kept = await saveMerged({ base, edit: { owner: "Ben" }, ...store, ask: answering("theirs") });
    expect(kept).toEqual({ ...base, owner: "Chiara", revision: 2 });
  });

  it("writes nothing where the person decides for neither", async () => {
    const store = storeOf(base);
    store.write({ owner: "Chiara" });
    const saving = saveMerged({ base, edit: { owner: "Ben" }, ...store, ask: answering("neither") });
    await expect(saving).rejects.toMatchObject({ code: "cancelled" });
    expect(store.now().owner).toBe("Chiara");
  });

  it("asks again only about what they changed again while the person thought", async () => {
    const store = storeOf(base);
    store.write({ owner: "Chiara", title: "Theirs" });
    const ask = answering("mine", "mine");
    ask.mockImplementationOnce(() => {
      store.write({ title: "Theirs again" });
      return Promise.resolve("mine");
    });
    await saveMerged({ base, edit: { owner: "Ben", title: "Mine" }, ...store, ask });
    expect(ask).toHaveBeenLastCalledWith([{ field: "title", mine: "Mine", theirs: "Theirs again" }]);
    expect(store.now()).toMatchObject({ owner: "Ben", title: "Mine" });
  });

  it("passes on a conflict that is about something else", async () => {
    const save = () => Promise.reject(new AppError("conflict", "The name is taken."));
    const saving = saveMerged({
      base,
      edit: { title: "X" },
      save,
      read: () => Promise.resolve(base),
      ask: answering(),
    });
    await expect(saving).rejects.toMatchObject({ code: "conflict", message: "The name is taken." });
  });
});

describe("editOf", () => {
  it("gives the fields in which a draft differs", () => {
    expect(editOf(base, { ...base, owner: "Ben", due: null })).toEqual({ owner: "Ben" });
  });
});
