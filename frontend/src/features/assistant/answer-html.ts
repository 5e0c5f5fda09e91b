/** What of an answer other programs can show; anything else becomes what is in it. */
const kept = new Set([
  ...["P", "UL", "OL", "LI", "STRONG", "EM", "DEL", "CODE", "PRE", "BLOCKQUOTE", "BR", "HR"],
  ...["H1", "H2", "H3", "H4", "H5", "H6", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD"],
]);

/**
 * An answer that is drawn as a page for pasting into a document or a sheet: tables with lines, no links to records, which
 * lead nowhere outside the window, no marks and no looks.
 */
export function answerPage(drawn: Element): HTMLElement {
  const into = document.createElement("div");
  copyInto(into, drawn);
  return into;
}

function copyInto(into: Element, from: Element): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) into.append(node.data);
    if (!(node instanceof Element) || node.hasAttribute("hidden")) continue;
    if (!kept.has(node.tagName)) {
      copyInto(into, node);
      continue;
    }
    const copy = document.createElement(node.tagName);
    if (node.tagName === "TABLE") {
      copy.setAttribute("border", "1");
      copy.setAttribute("cellspacing", "0");
      copy.setAttribute("cellpadding", "4");
    }
    copyInto(copy, node);
    into.append(copy);
  }
}
