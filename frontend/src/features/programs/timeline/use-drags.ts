import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { rowHeight } from "../../../ui/grid-columns";
import { toastFailure } from "../../../ui/toasts";
import { useEditRecords } from "../../../vocabulary/use-edit-records";
import { dayOf } from "./day-number";
import { datesEdit, type Target } from "./draft";
import { dayAt, daysOf, type Axis } from "./time-scale";
import { headerHeight } from "./timeline-header";
import { useLinks } from "./use-links";
import type { Moves } from "./use-moves";
import { usePointerGesture, type Place } from "./use-pointer-gesture";

interface DragsOptions {
  scroller: RefObject<HTMLElement | null>;
  gridWidth: number;
  axis: Axis;
  rows: portfolio.ProgramRow[];
  moves: Moves;
  say: (text: string) => void;
}

/** A dependency that is being drawn, and where the pointer is. */
export interface DrawnLink {
  from: portfolio.ProgramRow;
  to: portfolio.ProgramRow | undefined;
  at: Place;
}

/** A program without dates that is dragged over the axis, and the launch that letting go would set. */
export interface PlacedProgram {
  program: portfolio.ProgramRow;
  launch: string;
  at: Place;
}

/** What the mouse does: moving, drawing dependencies, and giving a date to what has none. */
export function useDrags({ scroller, gridWidth, axis, rows, moves, say }: DragsOptions) {
  const { t } = useTranslation();
  const follow = usePointerGesture(scroller, gridWidth, headerHeight);
  const edit = useEditRecords();
  const links = useLinks(say);
  const [drawn, setDrawn] = useState<DrawnLink>();
  const [placed, setPlaced] = useState<PlacedProgram>();

  // A gesture lasts longer than a drawing of the window: it asks for what holds now.
  const latest = useRef({ axis, rows, moves, edit, links });
  useEffect(() => {
    latest.current = { axis, rows, moves, edit, links };
  });

  const move = useCallback(
    (event: PointerEvent, target: Target) => {
      const daysOn = (at: Place, begin: Place) => daysOf(latest.current.axis, at.x - begin.x);
      follow(event, {
        move: (at, begin) => latest.current.moves.drag(target, daysOn(at, begin)),
        drop: (at, begin) => latest.current.moves.drop(target, daysOn(at, begin)),
        cancel: () => latest.current.moves.cancel(),
      });
    },
    [follow],
  );

  const link = useCallback(
    (event: PointerEvent, from: portfolio.ProgramRow) => {
      const under = (at: Place) => {
        const row = at.over ? latest.current.rows[Math.floor(at.y / rowHeight)] : undefined;
        return row && row.id !== from.id && row.launch_date !== null ? row : undefined;
      };
      follow(event, {
        move: (at) => setDrawn({ from, to: under(at), at }),
        drop: (at) => {
          setDrawn(undefined);
          const to = under(at);
          if (to) latest.current.links.link({ from, to }, { onFailed: toastFailure });
        },
        cancel: () => setDrawn(undefined),
      });
    },
    [follow],
  );

  const place = useCallback(
    (event: PointerEvent, program: portfolio.ProgramRow) => {
      const launchAt = (at: Place) => dayOf(dayAt(latest.current.axis, at.x));
      follow(event, {
        move: (at) => setPlaced(at.over ? { program, launch: launchAt(at), at } : undefined),
        drop: (at) => {
          setPlaced(undefined);
          if (!at.over) return;
          const dates = { start_date: program.start_date, launch_date: launchAt(at) };
          latest.current.edit({
            edits: [datesEdit(program, dates)],
            done: t("timeline.saved", { name: program.name, dates: launchAt(at) }),
          });
        },
        cancel: () => setPlaced(undefined),
      });
    },
    [follow, t],
  );

  return { move, link, place, drawn, placed, aimedAt: drawn?.to?.id };
}

export type Drags = ReturnType<typeof useDrags>;
