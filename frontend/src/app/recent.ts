import { useEffect } from "react";
import { pagesWithKey, type PageWithKey } from "../lib/shortcuts";
import { readStored, writeStored } from "../lib/stored";

/** Something that was opened: a program, or a page. */
export type Recent = { type: "program"; id: string; name: string } | { type: "page"; page: PageWithKey };

/** Where the window remembers what was opened last. */
const storedRecent = "recent";

/** How much of it is remembered. */
const most = 8;

/** What was opened last, the newest first. */
export function readRecent(): Recent[] {
  try {
    const stored: unknown = JSON.parse(readStored(storedRecent) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isRecent) : [];
  } catch {
    return []; // Not written by this version: as if nothing had been opened.
  }
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== "object" || value === null) return false;
  const { type, id, name, page } = value as Record<string, unknown>;
  if (type === "program") return typeof id === "string" && typeof name === "string";
  return type === "page" && pagesWithKey.some((known) => known === page);
}

function keyOf(recent: Recent): string {
  return recent.type === "page" ? `page ${recent.page}` : `program ${recent.id}`;
}

function remember(opened: Recent): void {
  const others = readRecent().filter((other) => keyOf(other) !== keyOf(opened));
  writeStored(storedRecent, JSON.stringify([opened, ...others].slice(0, most)));
}

/** Remembers what is open: the program, else the page of the path. */
export function useRemembered(path: string, program: { id: string; name: string } | undefined): void {
  const id = program?.id;
  const name = program?.name;
  useEffect(() => {
    const page = pagesWithKey.find((known) => path === `/${known}`);
    if (id !== undefined && name !== undefined) remember({ type: "program", id, name });
    else if (page) remember({ type: "page", page });
  }, [path, id, name]);
}
