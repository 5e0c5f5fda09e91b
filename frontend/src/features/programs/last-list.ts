import type { ProgramSearch } from "./address";

/**
 * The list that the person came from: a program page steps through it, and coming back finds the row again. It lasts as
 * long as the window shows this page; the address stays free of it.
 */
let last: { search: ProgramSearch; programId?: string } = { search: {} };

export function lastList() {
  return last;
}

export function rememberList(search: ProgramSearch): void {
  last = { ...last, search };
}

export function rememberProgram(programId: string): void {
  last = { ...last, programId };
}
