import type { KeyboardEvent } from "react";
import type { portfolio } from "../../../bridge/model";
import { takesText } from "../../../lib/platform";
import { isPressed, type Shortcut } from "../../../lib/shortcuts";
import type { BarPart } from "./bar-shape";
import type { Target } from "./draft";
import type { Moves } from "./use-moves";

interface TimelineKeys {
  /** The row that is current. */
  program: portfolio.ProgramRow | undefined;
  detail: portfolio.TimelineRow | undefined;
  moves: Moves;
  /** Guards what changes the portfolio. */
  onlyToday: (change: () => void) => void;
  onDates: (program: portfolio.ProgramRow) => void;
  onLinks: (program: portfolio.ProgramRow) => void;
  onToggle: (id: string) => void;
  onZoom: (by: 1 | -1) => void;
  onToday: () => void;
  /** Brings what is moved into sight. */
  onNudged: (target: Target) => void;
  /** Takes the keys that are not those of the timeline. */
  otherwise: (event: KeyboardEvent) => void;
}

/** What each key of the keyboard moves, and in which direction. */
const nudges = [
  { shortcut: "timelineBack", part: "move", step: -1 },
  { shortcut: "timelineOn", part: "move", step: 1 },
  { shortcut: "timelineLaunchBack", part: "launch", step: -1 },
  { shortcut: "timelineLaunchOn", part: "launch", step: 1 },
  { shortcut: "timelineStartBack", part: "start", step: -1 },
  { shortcut: "timelineStartOn", part: "start", step: 1 },
] as const satisfies readonly { shortcut: Shortcut; part: BarPart; step: 1 | -1 }[];

/** Moves the current program, or the milestone that has the focus, and does everything else of the timeline by keyboard. */
export function timelineKeys(keys: TimelineKeys): (event: KeyboardEvent) => void {
  const { program, detail, moves } = keys;
  const actions: [Shortcut, (at: portfolio.ProgramRow) => void][] = [
    ["timelineDates", (at) => keys.onlyToday(() => keys.onDates(at))],
    ["timelineLinks", keys.onLinks],
    ["select", ({ id }) => keys.onToggle(id)],
    ["timelineZoomIn", () => keys.onZoom(1)],
    ["timelineZoomOut", () => keys.onZoom(-1)],
    ["timelineToday", keys.onToday],
  ];
  return (event) => {
    const element = event.target instanceof HTMLElement ? event.target : undefined;
    if (!program || !element || takesText(element)) return;
    const marked = element.dataset.milestone;
    const milestone = detail?.milestones.find(({ id }) => id === marked);
    const nudge = nudges.find(({ shortcut }) => isPressed(shortcut, event));
    const action = actions.find(([shortcut]) => isPressed(shortcut, event));
    if (nudge) {
      const target: Target = milestone
        ? { kind: "milestone", program, milestone }
        : { kind: "program", program, part: nudge.part };
      keys.onlyToday(() => {
        moves.nudge(target, nudge.step);
        keys.onNudged(target);
      });
    } else if (action) {
      moves.settle();
      action[1](program);
    } else if (event.key === "Escape" && moves.cancel()) {
      event.stopPropagation();
    } else if (isPressed("openRow", event) && moves.moving) {
      moves.settle();
    } else {
      keys.otherwise(event);
      return;
    }
    event.preventDefault();
  };
}
