/** What an answer says before the draft is not part of it. */
const beginning = /^## /m;

/** The draft in the text of an answer, as Markdown. */
export function draftMarkdown(text: string): string {
  return text.slice(Math.max(0, text.search(beginning)));
}

/** The draft in an answer as answerPage gives it: from its heading on. */
export function draftPage(page: HTMLElement): HTMLElement {
  const heading = page.querySelector(":scope > h2");
  while (heading?.previousSibling) heading.previousSibling.remove();
  return page;
}

/** The plain text of a draft below its heading; a blank line stands between paragraphs. */
export function draftBody(page: HTMLElement): string {
  const blocks = [...page.children].filter((block) => block.tagName !== "H2");
  let text = "";
  blocks.forEach((block, index) => {
    // A list stands right below the line that introduces it, and what follows a heading below that.
    const joined = index > 0 && (block.matches("ul, ol") || blocks[index - 1]?.tagName === "H3");
    text += `${index === 0 ? "" : joined ? "\n" : "\n\n"}${blockText(block)}`;
  });
  return text;
}

function blockText(block: Element): string {
  if (block.matches("ul, ol")) {
    return [...block.children].map((item) => `– ${oneLine(item)}`).join("\n");
  }
  if (block.matches("table")) {
    return [...block.querySelectorAll("tr")]
      .map((row) => [...row.children].map(oneLine).join(" | "))
      .join("\n");
  }
  return oneLine(block);
}

function oneLine(element: Element): string {
  return element.textContent.replace(/\s+/g, " ").trim();
}
