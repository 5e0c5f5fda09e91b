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
  return stretchesOf(
    text,
    claims.filter((claim) => !claim.bound),
  ).map(({ from, to }) => ({ from, to }));
}

/** A stretch of a text that states what a field of a record holds. */
export interface BoundStretch extends Stretch {
  record: portfolio.Citation;
  field: portfolio.Field;
  value: string;
}

/** The stretches of a text that state a cell, in their order. A name that is bound to itself says nothing more. */
export function boundStretches(text: string, claims: readonly portfolio.Claim[]): BoundStretch[] {
  const bound = claims.filter((claim) => claim.bound?.record && claim.bound.field && claim.kind !== "name");
  return stretchesOf(text, bound).flatMap(({ from, to, claim }) => {
    const { record, field } = claim.bound ?? {};
    return record && field ? [{ from, to, record, field, value: claim.value }] : [];
  });
}

/** A claim where the text states it. */
export interface ClaimStretch extends Stretch {
  claim: portfolio.Claim;
}

/** The claims that say more than the name of a record, in the order of the text. */
export function claimStretches(text: string, claims: readonly portfolio.Claim[]): ClaimStretch[] {
  return stretchesOf(
    text,
    claims.filter(({ kind, bound }) => kind !== "name" || !bound),
  );
}

function stretchesOf(text: string, claims: readonly portfolio.Claim[]): ClaimStretch[] {
  if (claims.length === 0) return [];
  const at = unitsByByte(text);
  const found: ClaimStretch[] = [];
  for (const claim of claims) {
    const from = at.get(claim.from);
    const to = at.get(claim.to);
    if (from !== undefined && to !== undefined && from < to) found.push({ from, to, claim });
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
