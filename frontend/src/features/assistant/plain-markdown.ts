/** A text of Markdown in which links are their words: outside the window, the addresses of records lead nowhere. */
export function withoutLinks(markdown: string): string {
  return markdown.replace(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, "$1");
}
