import type { MarkerState, Tone } from "./report";
import type { Shape } from "./sheet";

/** The light colours of the window (styles/tokens.css). Paper is white. */
export const ink = "#1a1f29";
export const softInk = "#586174";
export const hairline = "#d5dae2";
export const faint = "#f4f5f8";
export const track = "#e5e8ed";
export const paper = "#ffffff";

interface ToneLook {
  /** The colour of words, readable on white. */
  word: string;
  /** The colour of bars, and that of a number on one. */
  fill: string;
  onFill: string;
  icon: Shape | undefined;
}

export const looks: Record<Tone, ToneLook> = {
  neutral: { word: ink, fill: "#7f8aa3", onFill: ink, icon: undefined },
  green: { word: "#17754a", fill: "#2fa36b", onFill: ink, icon: "circle" },
  amber: { word: "#8a5705", fill: "#e3a62f", onFill: ink, icon: "triangle" },
  red: { word: "#b92e26", fill: "#d9564c", onFill: ink, icon: "square" },
  done: { word: "#2f62c0", fill: "#4a7fd6", onFill: ink, icon: "check" },
  unreported: { word: "#5f6878", fill: "#a3abb8", onFill: ink, icon: "ring" },
};

/** How milestones look on a timeline. */
export const markerLooks: Record<MarkerState, { fill: string; line: string }> = {
  done: { fill: ink, line: ink },
  planned: { fill: paper, line: ink },
  late: { fill: paper, line: "#b92e26" },
  missed: { fill: "#b92e26", line: "#b92e26" },
};

/** The accent where a house has none. */
export const defaultAccent = "#4350d2";

/** Mixes a colour with white: share 0 is white, 1 the colour. */
export function tint(colour: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16);
    return Math.round(255 - (255 - part) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}
