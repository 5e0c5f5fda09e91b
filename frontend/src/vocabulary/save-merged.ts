import { AppError, toAppError } from "../bridge/app-error";

/** What every stored record has. An id of "" is a record that is being added. */
export interface Stored {
  id: string;
  revision: number;
}

/** A field that two people changed at once. */
export interface Clash {
  field: string;
  mine: unknown;
  theirs: unknown;
}

export type Verdict = "mine" | "theirs" | "neither";

interface Merge<R extends Stored> {
  /** The record as the edit began. */
  base: R;
  edit: Partial<R>;
  save: (record: R) => Promise<R>;
  /** Reads the record as it is stored now. */
  read: (record: R) => Promise<R>;
  /** Asks the person which values hold. */
  ask: (clashes: Clash[]) => Promise<Verdict>;
}

/**
 * Writes the fields of an edit. Where the record changed meanwhile, what the other side wrote stays: fields that only one
 * side changed are joined without a word, and for those that both changed the person decides. It rejects with the code
 * "cancelled" where the person decides for neither, and with what `save` rejects with otherwise.
 */
export async function saveMerged<R extends Stored>({ base, edit, save, read, ask }: Merge<R>): Promise<R> {
  let onto = base;
  let wanted = edit;
  for (;;) {
    try {
      return await save({ ...onto, ...wanted });
    } catch (reason) {
      const error = toAppError(reason);
      if (error.code !== "conflict" || base.id === "") throw error;
      const stored = await read(base);
      if (stored.revision === onto.revision) throw error; // it is about something else, such as a name that is taken
      const clashes = clashesOf(base, wanted, stored);
      // What was decided once is not asked again, unless they changed it once more.
      base = { ...base, ...Object.fromEntries(clashes.map(({ field, theirs }) => [field, theirs])) };
      onto = stored;
      const verdict = clashes.length === 0 ? "mine" : await ask(clashes);
      if (verdict === "neither") throw new AppError("cancelled", error.message);
      if (verdict === "theirs") wanted = without(wanted, clashes);
      if (Object.keys(wanted).length === 0) return stored;
    }
  }
}

/** The fields of an edit: those in which a draft differs from the record that it began with. */
export function editOf<R extends Stored>(base: R, draft: R): Partial<R> {
  const fields = Object.keys(draft) as (keyof R)[];
  return Object.fromEntries(
    fields.filter((field) => !same(base[field], draft[field])).map((field) => [field, draft[field]]),
  ) as Partial<R>;
}

function clashesOf<R extends Stored>(base: R, edit: Partial<R>, stored: R): Clash[] {
  return (Object.keys(edit) as (keyof R & string)[])
    .filter((field) => !same(stored[field], base[field]) && !same(stored[field], edit[field]))
    .map((field) => ({ field, mine: edit[field], theirs: stored[field] }));
}

function without<R>(edit: Partial<R>, clashes: Clash[]): Partial<R> {
  const given = new Set(clashes.map(({ field }) => field));
  return Object.fromEntries(Object.entries(edit).filter(([field]) => !given.has(field))) as Partial<R>;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
