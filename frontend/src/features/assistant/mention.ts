import type { portfolio } from "../../bridge/model";

/** A name that is being typed after "@": the place of the sign in the text, and what follows it up to the caret. */
export interface Mention {
  at: number;
  text: string;
}

/** How long a name may become before it is none, in characters. */
const longest = 60;

/** The mention that is typed where the caret is; undefined where none is. An address such as a@b.org is none. */
export function mentionAt(text: string, caret: number): Mention | undefined {
  const at = text.lastIndexOf("@", caret - 1);
  if (at < 0 || caret <= at || caret - at > longest || /[^\s("“,;:]/.test(text.charAt(at - 1)))
    return undefined;
  const typed = text.slice(at + 1, caret);
  return /^\s|[\n"]/.test(typed) ? undefined : { at, text: typed };
}

/**
 * How a question names a record so that no other is meant: its name between quotation marks, or its id where something else
 * is called the same.
 */
export function mentionWords({ id, name }: portfolio.Found, isElse: (name: string) => boolean): string {
  const plain = name.replace(/["“”„«»]/g, "").trim();
  return isElse(name) || plain === "" ? `"${id}"` : `"${plain}"`;
}

/** The text with a mention replaced by words, and where the caret then is: behind a space, ready for the next word. */
export function withMention(text: string, { at, text: typed }: Mention, words: string) {
  const rest = text.slice(at + 1 + typed.length);
  const gap = /^[\s.,;:?!)]/.test(rest) ? "" : " ";
  return { text: `${text.slice(0, at)}${words}${gap}${rest}`, caret: at + words.length + gap.length };
}
