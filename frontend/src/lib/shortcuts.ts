import { hasCommandKey } from "./platform";

/** One way to press a shortcut. */
export interface Chord {
  /** The key as a KeyboardEvent names it; letters in lower case. */
  key: string;
  /** With Command on macOS, Control elsewhere. */
  command?: true;
  /** With Shift. A character that needs Shift to be typed, such as "?", says so by itself. */
  shift?: true;
  /** With Alt. */
  alt?: true;
  /** The key that is pressed before it. */
  after?: "g";
}

/** The second key after G that leads to each page. */
export const pageKeys = {
  overview: "o",
  programs: "p",
  board: "b",
  timeline: "t",
  risks: "r",
  milestones: "m",
  objectives: "j",
  reports: "e",
  activity: "a",
} as const;

export type PageWithKey = keyof typeof pageKeys;
export const pagesWithKey = Object.keys(pageKeys) as PageWithKey[];

const pageChords = Object.fromEntries(
  pagesWithKey.map((page) => [page, [{ key: pageKeys[page], after: "g" }]]),
) as Record<PageWithKey, [Chord]>;

/** Every shortcut of the window, each with all the ways to press it, the usual one first. */
export const shortcuts = {
  ...pageChords,
  settings: [{ key: ",", command: true }],
  palette: [{ key: "k", command: true }],
  search: [{ key: "/" }, { key: "f", command: true }],
  newProgram: [{ key: "c" }, { key: "n" }],
  assistant: [{ key: "j", command: true }],
  assistantPage: [{ key: "j", command: true, shift: true }],
  navigation: [{ key: "b", command: true }],
  undo: [{ key: "z", command: true }],
  redo: [
    { key: "z", command: true, shift: true },
    { key: "y", command: true },
  ],
  shortcuts: [{ key: "?" }, { key: "/", command: true }],
  up: [{ key: "ArrowUp" }, { key: "k" }],
  down: [{ key: "ArrowDown" }, { key: "j" }],
  screenUp: [{ key: "PageUp" }],
  screenDown: [{ key: "PageDown" }],
  first: [{ key: "Home" }],
  last: [{ key: "End" }],
  openRow: [{ key: "Enter" }],
  intoRow: [{ key: "ArrowRight" }],
  outOfRow: [{ key: "ArrowLeft" }],
  timelineBack: [{ key: "ArrowLeft" }],
  timelineOn: [{ key: "ArrowRight" }],
  timelineLaunchBack: [{ key: "ArrowLeft", shift: true }],
  timelineLaunchOn: [{ key: "ArrowRight", shift: true }],
  timelineStartBack: [{ key: "ArrowLeft", alt: true }],
  timelineStartOn: [{ key: "ArrowRight", alt: true }],
  timelineDates: [{ key: "e" }],
  timelineLinks: [{ key: "d" }],
  timelineZoomIn: [{ key: "+" }, { key: "=" }],
  timelineZoomOut: [{ key: "-" }],
  timelineToday: [{ key: "t" }],
  columnLeft: [{ key: "ArrowLeft" }],
  columnRight: [{ key: "ArrowRight" }],
  lift: [{ key: " " }],
  putBack: [{ key: "Escape" }],
  editCell: [{ key: "F2" }],
  select: [{ key: "x" }],
  selectAll: [{ key: "a", command: true }],
  peek: [{ key: " " }],
  previous: [{ key: "k" }],
  next: [{ key: "j" }],
  nextSheet: [{ key: "PageDown" }, { key: "ArrowRight" }, { key: "ArrowDown" }],
  previousSheet: [{ key: "PageUp" }, { key: "ArrowLeft" }, { key: "ArrowUp" }],
  firstSheet: [{ key: "Home" }],
  lastSheet: [{ key: "End" }],
  send: [{ key: "Enter" }, { key: "Enter", command: true }],
  breakLine: [{ key: "Enter", shift: true }],
  renameConversation: [{ key: "F2" }],
  deleteConversation: [{ key: "Delete" }],
  deleteReport: [{ key: "Delete" }],
} as const satisfies Record<string, readonly [Chord, ...Chord[]]>;

export type Shortcut = keyof typeof shortcuts;

/** What of a KeyboardEvent says which keys are down. */
export type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether the keys are those of a shortcut; "before" is the key that was pressed just before them. */
export function isPressed(shortcut: Shortcut, keys: Keys, before?: string): boolean {
  return shortcuts[shortcut].some((chord: Chord) => matches(chord, keys, before));
}

function matches({ key, command, shift, alt, after }: Chord, keys: Keys, before?: string): boolean {
  if (keyOf(keys) !== key || keys.altKey !== (alt ?? false) || (after && after !== before)) return false;
  if (command ? !hasCommandKey(keys) : keys.ctrlKey || keys.metaKey) return false;
  const character = key.length === 1 && !command;
  return character || keys.shiftKey === (shift ?? false);
}

/** The key, whether Shift or Caps Lock changed its letter or not. */
export function keyOf({ key }: Pick<KeyboardEvent, "key">): string {
  return key.length === 1 ? key.toLowerCase() : key;
}

/** A chord as the menus of the system write it: "cmdorctrl+shift+z". */
export function menuKeys(shortcut: Shortcut): string {
  const [{ key, command, shift, after }]: readonly Chord[] & { 0: Chord } = shortcuts[shortcut];
  if (after || !command) return "";
  return ["cmdorctrl", ...(shift ? ["shift"] : []), key].join("+");
}
