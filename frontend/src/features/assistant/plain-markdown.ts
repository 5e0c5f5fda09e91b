/** A text of Markdown in which links are their words: outside the window, the addresses of records lead nowhere. */
export function withoutLinks(markdown: string): string {
  return markdown.replace(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, "$1");
}

/** A text of Markdown as it is read aloud: without its marks and addresses. */
export function withoutMarks(markdown: string): string {
  return withoutLinks(markdown).replace(/[*_`|#]/g, "");
}
