import i18next, { type TFunction } from "i18next";
import { createContext, useContext } from "react";

interface RowWords {
  t: TFunction;
  language: string;
}

/** The words where nobody provides them: straight from the catalogue. */
const plainWords: RowWords = {
  get t() {
    return i18next.t;
  },
  get language() {
    return i18next.language;
  },
};

/** Provides the words of useRowWords; a new value, where the language changes, draws the rows anew. */
export const RowWordsContext = createContext(plainWords);

/**
 * The words for what a list draws hundreds of times: useTranslation costs each cell a subscription, and each text without
 * values in it is looked up once.
 */
export function useRowWords(): RowWords {
  return useContext(RowWordsContext);
}

/** The words of a language for RowWordsContext. */
export function rowWords(t: TFunction, language: string): RowWords {
  const known = new Map<string, string>();
  const look = t as (key: string, values?: object) => string;
  const remember: typeof look = (key, values) => {
    if (values !== undefined) return look(key, values);
    let text = known.get(key);
    if (text === undefined) known.set(key, (text = look(key)));
    return text;
  };
  return { t: remember as TFunction, language };
}
