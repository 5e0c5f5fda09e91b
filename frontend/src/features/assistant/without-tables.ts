/** A text of Markdown without its tables: a line of a table begins with a bar. */
export function withoutTables(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !line.startsWith("|"))
    .join("\n")
    .trim();
}
