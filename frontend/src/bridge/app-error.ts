/** The kinds of failure that the Go side tells apart; "unknown" is a plain message without a code. */
const codes = [
  "invalid",
  "not_found",
  "conflict",
  "not_ready",
  "cancelled",
  "storage",
  "damaged",
  "newer",
  "endpoint",
  "internal",
  "unknown",
] as const;
export type ErrorCode = (typeof codes)[number];

/** A failure of a call into Go. Its message is a sentence for the person at the window. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "AppError";
    this.code = code;
  }
}

/** Whether something ended because a person stopped it, or because nobody waits for it any more. */
export function isCancelled(error: Error): boolean {
  return error instanceof AppError && error.code === "cancelled";
}

/**
 * Reads what a bound method rejected with. Bound methods send {"code","message"} as a JSON string; arguments that Go
 * could not parse come as a plain message.
 */
export function toAppError(reason: unknown): AppError {
  if (reason instanceof AppError) return reason;
  const text = reason instanceof Error ? reason.message : String(reason);
  return parseCoded(text) ?? new AppError("unknown", text);
}

function parseCoded(text: string): AppError | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (!("message" in value) || typeof value.message !== "string") return undefined;
  const code = "code" in value ? codes.find((known) => known === value.code) : undefined;
  return new AppError(code ?? "unknown", value.message);
}
