/** Signs that begin what a spreadsheet would run as a formula; such a text is handed over behind an apostrophe. */
const formulaSigns = "=+-@";

/** Writes lines of cells as spreadsheets take them from the clipboard. */
export function writeTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map(writeCell).join("\t")).join("\n");
}

function writeCell(text: string): string {
  const plain = formulaSigns.includes(text.charAt(0)) && text !== "" ? `'${text}` : text;
  return /["\t\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A cell and what ends it. One that begins with a quote which nothing closes is taken as it stands. */
const nextCell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;

/** Reads what spreadsheets put on the clipboard: cells between tabs, in quotes where they hold tabs or lines. */
export function readTsv(text: string): string[][] {
  const lines: string[][] = [[]];
  nextCell.lastIndex = 0;
  for (;;) {
    const [, quoted, plain = "", end = ""] = nextCell.exec(text) ?? [];
    lines.at(-1)?.push(withoutApostrophe(quoted?.replaceAll('""', '"') ?? plain));
    const atEnd = nextCell.lastIndex >= text.length;
    // The line break after the last line begins no line of its own; a tab always begins a cell.
    if (end === "" || (atEnd && end !== "\t")) return lines;
    if (end !== "\t") lines.push([]);
  }
}

function withoutApostrophe(text: string): string {
  return text.startsWith("'") && formulaSigns.includes(text.charAt(1)) && text.length > 1
    ? text.slice(1)
    : text;
}
