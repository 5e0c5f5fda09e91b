import i18next from "i18next";
import { expect, it } from "vitest";
import { costWords } from "./cost-words";

it.each([
  [0, null, undefined],
  [4, null, "0.1 s"],
  [1240, null, "1.2 s"],
  [1240, { in: 812, out: 120 }, "1.2 s · 812 + 120 tokens"],
  [65_400, { in: 12_345, out: 1 }, "65 s · 12,345 + 1 tokens"],
])("says of %i ms and %o tokens %o", (took_ms, tokens, words) => {
  expect(costWords(i18next.t, "en", { took_ms, tokens })).toBe(words);
});
