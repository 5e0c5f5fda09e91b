/** A report as the Go side makes it (store/report): pages of blocks from top to bottom. */

export type Tone = "neutral" | "green" | "amber" | "red" | "done" | "unreported";

export type CellKind =
  "text" | "number" | "date" | "delta" | "status" | "stage" | "level" | "risk_status" | "milestone_status";

export interface Report {
  kind: string;
  title: string;
  scope: string;
  as_of: string;
  pages: Page[];
}

export interface Page {
  title: string;
  blocks: Block[];
}

/** Exactly one of what may be left out is there. */
export interface Block {
  title: string;
  figures?: { items: Figure[] };
  text?: { paragraphs: string[] };
  list?: { items: Item[] };
  table?: Table;
  bars?: { items: Bar[] };
  timeline?: Timeline;
}

export interface Figure {
  label: string;
  kind: CellKind;
  value: string;
  unit: string;
  tone: Tone;
  delta: string;
  delta_tone: Tone;
}

export interface Item {
  text: string;
  tone: Tone;
}

export interface Table {
  columns: Column[];
  rows: { cells: Cell[] }[];
  note: string;
}

export interface Column {
  label: string;
  kind: CellKind;
  unit: string;
  align: "start" | "end";
  weight: number;
}

export interface Cell {
  text: string;
  tone: Tone;
}

export interface Bar {
  label: string;
  segments: Segment[];
}

export interface Segment {
  label: string;
  value: number;
  tone: Tone;
}

/** From is the first of a month, to the last of one; rows and milestones may lie outside and are cut. */
export interface Timeline {
  from: string;
  to: string;
  today: string;
  rows: TimelineRow[];
  note: string;
}

export interface TimelineRow {
  label: string;
  start: string | null;
  end: string | null;
  progress: number | null;
  tone: Tone;
  milestones: Marker[];
}

export type MarkerState = "done" | "planned" | "late" | "missed";

export interface Marker {
  date: string;
  label: string;
  state: MarkerState;
}
