import type { Stretch } from "./claims";

/** What is needed of a node of Markdown. */
interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  data?: { hName: string; hProperties?: { title: string } };
  position?: { start: { offset?: number }; end: { offset?: number } };
}

/** A stretch with a note is only explained by it, where one points at it. */
export interface MarkedStretch extends Stretch {
  note?: string;
}

/** A plugin of remark that puts stretches of the source into elements "mark", or "span" with a note. It changes no text. */
export function markStretches(source: string, stretches: readonly MarkedStretch[]) {
  return () => (tree: MarkdownNode) => {
    if (stretches.length > 0) mark(tree, source, stretches);
  };
}

function mark(node: MarkdownNode, source: string, stretches: readonly MarkedStretch[]): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === "text") return split(child, source, stretches);
    mark(child, source, stretches);
    return [child];
  });
}

/** A text as the pieces outside and inside of the stretches. */
function split(node: MarkdownNode, source: string, stretches: readonly MarkedStretch[]): MarkdownNode[] {
  const value = node.value ?? "";
  const places = placesOf(value, source, node.position?.start.offset, node.position?.end.offset);
  if (!places) return [node];
  const pieces: MarkdownNode[] = [];
  let done = 0;
  for (const { from, to, note } of stretches) {
    const begin = Math.max(done, indexAt(places, from));
    const end = indexAt(places, to);
    if (begin >= end) continue;
    if (begin > done) pieces.push({ type: "text", value: value.slice(done, begin) });
    pieces.push({
      type: "mark",
      data: note === undefined ? { hName: "mark" } : { hName: "span", hProperties: { title: note } },
      children: [{ type: "text", value: value.slice(begin, end) }],
    });
    done = end;
  }
  if (done === 0) return [node];
  if (done < value.length) pieces.push({ type: "text", value: value.slice(done) });
  return pieces;
}

/** The first character of a text that stands at an offset of the source or behind it. */
function indexAt(places: readonly number[], offset: number): number {
  const index = places.findIndex((place) => place >= offset);
  return index < 0 ? places.length : index;
}

/**
 * Where each character of a text stands in the source, which may hold a backslash before it. Nothing where the text is
 * written in another way, as with an entity: then it is left as it is.
 */
function placesOf(value: string, source: string, start?: number, end?: number): number[] | undefined {
  if (start === undefined || end === undefined) return undefined;
  const places: number[] = [];
  let at = start;
  for (const unit of value.split("")) {
    if (source[at] === "\\" && source[at + 1] === unit) at++;
    if (at >= end || source[at] !== unit) return undefined;
    places.push(at++);
  }
  return places;
}
