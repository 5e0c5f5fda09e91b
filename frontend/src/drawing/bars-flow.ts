import type { Density, Flow } from "./flow";
import { looks, track } from "./palette";
import { mark, rectangle, write, type Pen } from "./pen";
import type { Bar, Tone } from "./report";
import { iconRoom, lineHeight, type Element } from "./sheet";

/** Stacked bars with their numbers on them, and below what their colours mean. */
export function barsFlow(pen: Pen, title: string, items: Bar[], width: number, { size }: Density): Flow {
  const labels = items.map(({ label }) => pen.words.label(label));
  const labelWidth = Math.min(
    width * 0.3,
    Math.max(...labels.map((label) => pen.fonts.width(label, "regular", size))) + 12,
  );
  const height = size * 1.5;
  const row = height + 4;
  const barWidth = Math.min(width, 560) - labelWidth;
  const legend = legendOf(items);
  return {
    title,
    aside: "",
    head: 0,
    rows: items.map(() => row),
    foot: lineHeight(size) + 4,
    draw: ({ x, y, from, to }) => [
      ...items.slice(from, to).flatMap(({ segments }, at) => {
        const top = y + at * row;
        return [
          ...write(pen, labels[from + at] ?? "", x, top + (height - lineHeight(size)) / 2, labelWidth - 8, {
            size,
            most: 1,
          }),
          ...segmentsOf(pen, segments, x + labelWidth, top, barWidth, height, size),
        ];
      }),
      ...(to === items.length
        ? legendLine(pen, legend, x + labelWidth, y + (to - from) * row + 2, size)
        : []),
    ],
  };
}

function segmentsOf(
  pen: Pen,
  segments: Bar["segments"],
  x: number,
  y: number,
  width: number,
  height: number,
  size: number,
): Element[] {
  const shown = segments.filter(({ value }) => value > 0);
  if (shown.length === 0) return [rectangle(x, y, width, height, track)];
  const least = shown.map(({ value }) => pen.fonts.width(String(value), "bold", size) + 6);
  const sum = shown.reduce((total, { value }) => total + value, 0);
  const spare = width - least.reduce((total, one) => total + one, 0);
  let left = x;
  return shown.flatMap(({ value, tone, label }, at) => {
    // Each number has its room; the rest is shared by value, so that the bar shows the shares closely.
    const ideal = (width * value) / sum;
    const wide =
      spare > 0 ? Math.max(least[at] ?? 0, ideal * narrowed(shown, least, width, sum)) : width / shown.length;
    const says = `${pen.words.label(label)}: ${value}`;
    const part = [
      rectangle(left, y, wide - 1, height, looks[tone].fill, says),
      ...write(pen, String(value), left, y + (height - lineHeight(size)) / 2, wide - 1, {
        size,
        weight: "bold",
        side: "centre",
        most: 1,
        colour: looks[tone].onFill,
      }),
    ];
    left += wide;
    return part;
  });
}

/** By how much the wide segments shrink for the narrow ones to have room for their numbers. */
function narrowed(segments: Bar["segments"], least: number[], width: number, sum: number): number {
  const narrow = segments.map(({ value }, at) => (width * value) / sum < (least[at] ?? 0));
  const taken = least.reduce((total, one, at) => total + (narrow[at] ? one : 0), 0);
  const wide = segments.reduce((total, { value }, at) => total + (narrow[at] ? 0 : (width * value) / sum), 0);
  return wide === 0 ? 1 : (width - taken) / wide;
}

/** What a segment of a label may look like: the same word may be worse on one bar than on another. */
interface Legend {
  label: string;
  tones: Tone[];
}

function legendOf(items: Bar[]): Legend[] {
  const known = new Map<string, Set<Tone>>();
  for (const { label, tone } of items.flatMap(({ segments }) => segments)) {
    known.set(label, (known.get(label) ?? new Set<Tone>()).add(tone));
  }
  return [...known].map(([label, tones]) => ({ label, tones: [...tones] }));
}

function legendLine(pen: Pen, legend: Legend[], x: number, y: number, size: number): Element[] {
  const small = size * 0.9;
  let left = x;
  return legend.flatMap(({ label, tones }) => {
    const signs = tones.map((tone, at) => {
      const { icon = "rectangle", word, fill } = looks[tone];
      return mark(icon, tone === "neutral" ? fill : word, left + at * iconRoom(small), y, small);
    });
    left += tones.length * iconRoom(small);
    const text = pen.words.label(label);
    const wide = pen.fonts.width(text, "regular", small) + 6;
    const words = write(pen, text, left, y, wide, { size: small, most: 1 });
    left += wide + 10;
    return [...signs, ...words];
  });
}
