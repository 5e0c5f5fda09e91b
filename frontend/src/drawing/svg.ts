import { outlines } from "./outlines";
import { lineHeight, type Box, type Element, type Shape, type Side } from "./sheet";
import { tableParts } from "./table-parts";
import { readableXml } from "./xml-text";

const anchors: Record<Side, string> = { start: "start", centre: "middle", end: "end" };
const shares: Record<Side, number> = { start: 0, centre: 0.5, end: 1 };

/** Writes elements as one SVG picture: text as text, no script, nothing from elsewhere. */
export function paintSvg(
  title: string,
  language: string,
  elements: Element[],
  size: { w: number; h: number },
): string {
  const body = elements.flatMap(paint).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escape(language)}" width="${round(size.w)}" height="${round(size.h)}" viewBox="0 0 ${round(size.w)} ${round(size.h)}" font-family="Inter, Arial, Helvetica, sans-serif">
<title>${escape(title)}</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${body}
</svg>
`;
}

function paint(element: Element): string[] {
  switch (element.kind) {
    case "text":
      return element.lines.map((line, at) => text(line, element.box, at, element));
    case "shape":
      return [shape(element.shape, element.box, element.fill, element.line, element.says)];
    case "rule": {
      const { from, to, colour, width, dashed } = element;
      return [
        `<path d="M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}" stroke="${colour}" stroke-width="${width}"${dashed ? ' stroke-dasharray="3 2"' : ""}/>`,
      ];
    }
    case "table":
      return tableParts(element).flatMap(paint);
    case "picture":
      return [`<image ${place(element.box)} href="${escape(element.data)}"/>`];
  }
}

interface Look {
  size: number;
  weight: "regular" | "bold";
  colour: string;
  side: Side;
}

function text(line: string, box: Box, at: number, { size, weight, colour, side }: Look): string {
  const x = box.x + box.w * shares[side];
  const y = box.y + (at + 0.5) * lineHeight(size) + size * 0.36;
  const bold = weight === "bold" ? ' font-weight="600"' : "";
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}"${bold} fill="${colour}" text-anchor="${anchors[side]}">${escape(line)}</text>`;
}

function shape(shape: Shape, box: Box, fill: string, line: string, says = ""): string {
  const inner = says ? `<title>${escape(says)}</title>` : "";
  const paint = `fill="${fill || "none"}"${line ? ` stroke="${line}"` : ""}`;
  if (shape === "rectangle") return `<rect ${place(box)} ${paint}>${inner}</rect>`;
  if (shape === "circle" || shape === "ring")
    return `<circle cx="${round(box.x + box.w / 2)}" cy="${round(box.y + box.h / 2)}" r="${round(box.w * (shape === "ring" ? 0.42 : 0.5))}" ${paint}>${inner}</circle>`;
  const points = outlines[shape]
    .map(([x, y]) => `${round(box.x + x * box.w)},${round(box.y + y * box.h)}`)
    .join(" ");
  if (shape === "check")
    return `<polyline points="${points}" fill="none" stroke="${fill}" stroke-width="${round(box.w * 0.2)}"/>`;
  return `<polygon points="${points}" ${paint}>${inner}</polygon>`;
}

const place = ({ x, y, w, h }: Box) =>
  `x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"`;

const round = (value: number) => String(Math.round(value * 100) / 100);

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string) =>
  readableXml(text).replace(/[&<>"']/g, (character) => entities[character] ?? "");
