import { listOf, textOf } from "./search-params";

/**
 * Filter and order of a register, as the address holds them: "?severity=High&severity=Low&sort=-risk.severity&q=rail".
 * Several values of a filter widen the list, several filters narrow it.
 */
export type ListSearch<F extends string> = Partial<Record<F, string[]>> & { q?: string; sort?: string };

/** What a register can be filtered and sorted by. */
export interface ListShape<F extends string> {
  /** The filters, each with the values that it takes; no list means that any text may be a value. */
  filters: Record<F, readonly string[] | undefined>;
  sorts: readonly string[];
}

/** Keeps what an address says as far as it makes sense; an address may come from anywhere. */
export function readListSearch<F extends string>(
  shape: ListShape<F>,
  raw: Record<string, unknown>,
): ListSearch<F> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, words] of Object.entries<readonly string[] | undefined>(shape.filters)) {
    const values = listOf(raw[name]).filter((value) => value === "" || !words || words.includes(value));
    if (values.length > 0) kept[name] = values;
  }
  const q = textOf(raw.q);
  if (q) kept.q = q;
  const sort = textOf(raw.sort);
  if (sort && shape.sorts.includes(sort.replace(/^-/, ""))) kept.sort = sort;
  return kept as ListSearch<F>;
}

/** A sort key as the address writes it: the field, with "-" in front where the largest comes first. */
export interface ListOrder {
  id: string;
  desc: boolean;
}

export function readOrder(sort: string): ListOrder {
  return { id: sort.replace(/^-/, ""), desc: sort.startsWith("-") };
}

export function writeOrder({ id, desc }: ListOrder): string {
  return desc ? `-${id}` : id;
}
