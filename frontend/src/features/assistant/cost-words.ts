import type { TFunction } from "i18next";
import type { portfolio } from "../../bridge/model";

/** What an answer took: "1.2 s", and where the endpoint counted tokens "1.2 s · 812 + 120 tokens". Nothing where it is not known. */
export function costWords(
  t: TFunction,
  language: string,
  { took_ms, tokens }: Pick<portfolio.Message, "took_ms" | "tokens">,
): string | undefined {
  if (took_ms <= 0) return undefined;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: took_ms < 10_000 ? 1 : 0 });
  const time = t("cost.time", { seconds: number.format(Math.max(0.1, took_ms / 1000)) });
  if (!tokens) return time;
  return t("cost.tokens", { time, in: tokens.in, out: tokens.out });
}
