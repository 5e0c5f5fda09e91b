/** What the address holds after "?": each key once or several times, always text. */
export type RawSearch = Record<string, string | string[]>;

/** Reads "?status=At+Risk&status=Off+Track&sort=name". A key that occurs once gives a text, else a list. */
export function parseSearch(text: string): RawSearch {
  const params = new URLSearchParams(text);
  const search: RawSearch = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    search[key] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return search;
}

/** Writes what parseSearch reads. Undefined values and empty lists are left out; an empty text inside a list stays. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (Array.isArray(value)) value.forEach((item) => params.append(key, String(item)));
    else if (typeof value === "string" || typeof value === "number") params.append(key, String(value));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** Gives the values of a key that may occur several times. */
export function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
  return typeof value === "string" ? [value] : [];
}

/** Gives the value of a key that occurs once, or undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
