import type { Density, Flow } from "./flow";
import { hairline, ink, looks, markerLooks, paper, softInk, tint, track } from "./palette";
import { across, down, rectangle, write, type Pen } from "./pen";
import type { Marker, MarkerState, Timeline, TimelineRow } from "./report";
import { lineHeight, type Element } from "./sheet";
import { placeBar, timeScale, type TimeScale } from "./time-scale";

const states: readonly MarkerState[] = ["done", "planned", "late", "missed"];

/** Lays a timeline out: names and launches at the left, the axis above, a bar a row, and what the signs mean below. */
export function timelineFlow(
  pen: Pen,
  title: string,
  timeline: Timeline,
  width: number,
  { size }: Density,
): Flow {
  const nameWidth = width * (width > 600 ? 0.24 : 0.3);
  const dateWidth = pen.fonts.width(pen.words.day("2026-09-28"), "regular", size) + 10;
  const left = nameWidth + dateWidth;
  const axis = lineHeight(size) * 3 + 4;
  const lay = (row: TimelineRow) => pen.fonts.lay(row.label, "regular", size, nameWidth - 8 - size * 1.15, 2);
  const rowHeights = timeline.rows.map((row) => lay(row).lines.length * lineHeight(size) + 4);
  const below = title === "" && timeline.note !== "";
  const foot = lineHeight(size) * (below ? 2 : 1) + 8;
  return {
    title,
    aside: title && pen.words.label(timeline.note),
    head: axis,
    rows: rowHeights,
    foot,
    draw: ({ x, y, from, to }) => {
      const scale = timeScale(timeline.from, timeline.to, x + left, width - left, pen.words.month);
      const top = y + axis;
      const shown = rowHeights.slice(from, to);
      const bottom = top + shown.reduce((sum, height) => sum + height, 0);
      let at = top;
      const bars = shown.flatMap((height, i) => {
        const row = timeline.rows[from + i];
        const place = { x, y: at, w: width, h: height };
        at += height;
        return row ? [across(x, at, width, hairline), ...rowOf(pen, row, scale, place, nameWidth, size)] : [];
      });
      return [
        ...axisOf(pen, scale, x, y, width, axis, bottom, left, size),
        ...bars,
        ...todayOf(pen, timeline, scale, y, bottom, size, x + width),
        ...(to === timeline.rows.length ? footOf(pen, timeline, below, x, bottom + 6, width, size) : []),
      ];
    },
  };
}

function axisOf(
  pen: Pen,
  scale: TimeScale,
  x: number,
  y: number,
  width: number,
  axis: number,
  bottom: number,
  left: number,
  size: number,
): Element[] {
  const line = lineHeight(size);
  const heading = (text: string, at: number, wide: number) =>
    write(pen, text, at, y + 2 * line, wide, { size, weight: "bold", colour: softInk, most: 1 });
  const nameWidth = width * (width > 600 ? 0.24 : 0.3);
  return [
    ...heading(pen.words.program, x, nameWidth),
    ...heading(pen.words.launch, x + nameWidth, left - nameWidth),
    ...scale.rows.flatMap((ticks, row) => {
      const fine = row === scale.rows.length - 1;
      const top = y + (fine ? 2 : 1) * line;
      return ticks.flatMap((tick) => [
        down(
          tick.x,
          fine ? y + axis : y + line,
          fine ? bottom - y - axis : axis - line,
          fine ? tint(hairline, 0.6) : hairline,
        ),
        ...(tick.label && tick.w > pen.fonts.width(tick.label, "regular", size * 0.9) + 3
          ? write(pen, tick.label, tick.x + 3, top, tick.w, {
              size: size * 0.9,
              colour: softInk,
              most: 1,
              weight: fine ? "regular" : "bold",
            })
          : []),
      ]);
    }),
    across(x, y + axis, width, softInk, 0.75),
  ];
}

interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

function rowOf(
  pen: Pen,
  row: TimelineRow,
  scale: TimeScale,
  place: Place,
  nameWidth: number,
  size: number,
): Element[] {
  const look = looks[row.tone];
  const top = place.y + 2;
  const height = Math.min(size * 1.05, place.h - 6);
  const barTop = place.y + (place.h - height) / 2;
  return [
    ...write(pen, row.label, place.x, top, nameWidth - 8, {
      size,
      most: 2,
      icon: look.icon ?? "rectangle",
      colour: row.tone === "neutral" ? ink : look.word,
      cites: row.ref,
    }).map(plainWords),
    ...write(pen, row.end ? pen.words.day(row.end) : pen.words.notReported, place.x + nameWidth, top, 200, {
      size,
      most: 1,
      colour: row.end ? ink : softInk,
    }),
    ...barOf(pen, row, scale, barTop, height),
    ...row.milestones
      .filter(({ date }) => scale.within(date))
      .map((marker) => diamond(pen, marker, scale, place.y + place.h / 2, size * 0.92)),
  ];
}

/** The colour of a row is that of its icon; its name is ink. */
const plainWords = (element: Element): Element =>
  element.kind === "text" ? { ...element, colour: ink } : element;

function barOf(pen: Pen, row: TimelineRow, scale: TimeScale, top: number, height: number): Element[] {
  const placed = placeBar(scale, row);
  if (!placed) return [];
  const { x, w, done } = placed;
  const { fill } = looks[row.tone];
  const [from, to] = [row.start, row.end].map((day) => (day ? pen.words.day(day) : pen.words.notReported));
  const days = `${row.label}, ${from} – ${to}`;
  if (row.progress == null) return [rectangle(x, top, w, height, tint(fill, 0.5), days)];
  const says = `${days}, ${pen.words.value("number", String(row.progress), "%")}`;
  const whole = rectangle(x, top, w, height, tint(fill, 0.35), says);
  return done > 0.5 ? [whole, rectangle(x, top, done, height, fill)] : [whole];
}

function diamond(pen: Pen, marker: Marker, scale: TimeScale, middle: number, side: number): Element {
  const { fill, line } = markerLooks[marker.state];
  const box = { x: scale.at(marker.date) - side / 2, y: middle - side / 2, w: side, h: side };
  return {
    kind: "shape",
    shape: "diamond",
    box,
    fill,
    line,
    says: `${marker.label}, ${pen.words.day(marker.date)}, ${pen.words.marker[marker.state]}`,
  };
}

/** The line of the as-of day, with the day on a flag above the axis. */
function todayOf(
  pen: Pen,
  timeline: Timeline,
  scale: TimeScale,
  y: number,
  bottom: number,
  size: number,
  end: number,
): Element[] {
  if (!scale.within(timeline.today)) return [];
  const x = scale.at(timeline.today);
  const text = pen.words.day(timeline.today);
  const small = size * 0.85;
  const wide = pen.fonts.width(text, "bold", small) + 8;
  const at = Math.min(x - wide / 2, end - wide);
  const height = lineHeight(small) + 1;
  return [
    down(x, y + height, bottom - y - height, pen.accent, 1, true),
    rectangle(at, y, wide, height, pen.accent),
    ...write(pen, text, at, y + 0.5, wide, {
      size: small,
      weight: "bold",
      colour: paper,
      side: "centre",
      most: 1,
    }),
  ];
}

/** What the signs mean, of those that there are, and what is left out. */
function footOf(
  pen: Pen,
  timeline: Timeline,
  below: boolean,
  x: number,
  y: number,
  width: number,
  size: number,
): Element[] {
  const small = size * 0.9;
  const there = states.filter((state) =>
    timeline.rows.some(({ milestones }) => milestones.some((one) => one.state === state)),
  );
  let left = x;
  const entry = (sign: Element[], text: string) => {
    const wide = pen.fonts.width(text, "regular", small) + 6;
    const part = [
      ...sign,
      ...write(pen, text, left + 18, y, wide, { size: small, colour: softInk, most: 1 }),
    ];
    left += 18 + wide + 8;
    return part;
  };
  const middle = y + lineHeight(small) / 2;
  const progress = timeline.rows.some((row) => row.progress != null)
    ? entry(
        [rectangle(left, middle - 3, 14, 6, track), rectangle(left, middle - 3, 8, 6, looks.neutral.fill)],
        pen.words.progress,
      )
    : [];
  const markers = there.flatMap((state) => {
    const { fill, line } = markerLooks[state];
    const side = small * 0.85;
    return entry(
      [
        {
          kind: "shape",
          shape: "diamond",
          box: { x: left + 3, y: middle - side / 2, w: side, h: side },
          fill,
          line,
          says: "",
        },
      ],
      pen.words.marker[state],
    );
  });
  const note = write(pen, below ? pen.words.label(timeline.note) : "", x, y + lineHeight(size), width, {
    size: small,
    colour: softInk,
    most: 1,
  });
  return [...progress, ...markers, ...note];
}
