/** Reads "62" or "62 %"; null for an empty text, undefined for anything else. */
export function readPercent(text: string): number | null | undefined {
  const digits = text.replace("%", "").trim();
  if (digits === "") return null;
  return /^\d{1,3}$/.test(digits) && Number(digits) <= 100 ? Number(digits) : undefined;
}
