import type { portfolio } from "../../bridge/model";

/** A stretch of a text, in the units of a string. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * The stretches of a text whose claims are not bound, in their order. The claims count bytes of UTF-8, strings count in
 * units of UTF-16.
 */
export function unboundStretches(text: string, claims: readonly portfolio.Claim[]): Stretch[] {
  const unbound = claims.filter((claim) => !claim.bound);
  if (unbound.length === 0) return [];
  const at = unitsByByte(text);
  const found: Stretch[] = [];
  for (const claim of unbound) {
    const from = at.get(claim.from);
    const to = at.get(claim.to);
    if (from !== undefined && to !== undefined && from < to) found.push({ from, to });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Where each character begins: its place in the string by its place in bytes, and the end. */
function unitsByByte(text: string): Map<number, number> {
  const at = new Map<number, number>();
  let bytes = 0;
  let units = 0;
  for (const character of text) {
    at.set(bytes, units);
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    units += character.length;
  }
  return at.set(bytes, units);
}

/** How many bytes a character takes in UTF-8. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
