import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import { readStored, useStored, writeStored } from "../../../lib/stored";
import { useWidth } from "../../../ui/use-width";
import { numberOf } from "./day-number";
import { fittingZoom, rangeOf, usualZoom, zoomAt, type Axis, type DayRange } from "./time-scale";

const zoomKey = "timeline.zoom";
const placeKey = "timeline.day";

/** By how many pixels the window may be scrolled before what lies outside of it is drawn. */
const coarse = 400;

/** Of the wheel, in pixels, what is one step of the zoom. */
const wheelStep = 60;

interface AxisOptions {
  scroller: RefObject<HTMLElement | null>;
  /** The width of the grid on the left. */
  gridWidth: number;
  /** The days that must be on the axis. */
  days: readonly number[];
  today: string;
}

/**
 * The time axis: its zoom, the part of it that is in sight, and the place that stays put when the zoom or the range of the
 * days changes. Zoom and place are the same again after a restart.
 */
export function useAxis({ scroller, gridWidth, days, today }: AxisOptions) {
  const [kept, keep] = useStored(zoomKey);
  const room = useWidth(scroller) - gridWidth;
  // Until somebody zooms, the programs that are read first say how near they are looked at.
  const [fitting, setFitting] = useState<{ step: number; first: number }>();
  if (!fitting && days.length > 0 && room > 0) setFitting(fittingZoom(days, numberOf(today), room));
  const zoom = zoomAt(storedStep(kept) ?? fitting?.step ?? usualZoom.quarter);
  const { from, to } = useMemo(
    () => rangeOf(days, numberOf(today), zoom.dayWidth, room),
    [days, today, zoom.dayWidth, room],
  );
  const axis: Axis = useMemo(() => ({ from, to, dayWidth: zoom.dayWidth }), [from, to, zoom.dayWidth]);

  // The day, with the part of it, that stays at some pixels from the left.
  const anchor = useRef<{ day: number; offset: number } | undefined>(undefined);
  const [left, setLeft] = useState(0);
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element || !fitting) return;
    anchor.current = { day: axis.from + element.scrollLeft / axis.dayWidth, offset: 0 };
    setLeft(Math.floor(element.scrollLeft / coarse) * coarse);
  }, [scroller, axis, fitting]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !fitting) return;
    anchor.current ??= firstPlace() ?? { day: fitting.first, offset: 0 };
    const { day, offset } = anchor.current;
    element.scrollLeft = (day - axis.from) * axis.dayWidth - offset;
    onScroll();
  }, [scroller, axis, fitting, onScroll]);

  useEffect(
    () => () => {
      if (anchor.current) writeStored(placeKey, String(Math.round(anchor.current.day)));
    },
    [],
  );

  const zoomTo = useCallback(
    (next: number, offset = room / 2) => {
      const element = scroller.current;
      if (element) {
        anchor.current = { day: axis.from + (element.scrollLeft + offset) / axis.dayWidth, offset };
      }
      keep(String(zoomAt(next).step));
    },
    [scroller, room, axis, keep],
  );
  const show = useCallback(
    (day: number, part = 0.5) => {
      const element = scroller.current;
      if (element) element.scrollLeft = (day - axis.from) * axis.dayWidth - room * part;
    },
    [scroller, axis, room],
  );

  useWheelZoom(scroller, gridWidth, zoom.step, zoomTo);
  const shown: DayRange = useMemo(
    () => ({
      from: Math.max(from, Math.floor(from + (left - coarse) / zoom.dayWidth)),
      to: Math.min(to, Math.ceil(from + (left + room + 2 * coarse) / zoom.dayWidth)),
    }),
    [from, to, left, room, zoom.dayWidth],
  );
  return { axis, zoom, zoomTo, show, shown, room, onScroll };
}

function storedStep(kept: string | undefined): number | undefined {
  const step = Number(kept);
  return kept === undefined || Number.isNaN(step) ? undefined : step;
}

/** Where the timeline was left. */
function firstPlace(): { day: number; offset: number } | undefined {
  const stored = readStored(placeKey);
  const day = Number(stored);
  return stored !== undefined && Number.isFinite(day) ? { day, offset: 0 } : undefined;
}

/** Zooms with the wheel while Control or Command is held, around the place under the pointer. */
function useWheelZoom(
  scroller: RefObject<HTMLElement | null>,
  gridWidth: number,
  step: number,
  zoomTo: (step: number, offset: number) => void,
): void {
  const turned = useRef(0);
  useEffect(() => {
    const element = scroller.current;
    const onWheel = (event: WheelEvent) => {
      if (!element || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      turned.current += event.deltaY;
      if (Math.abs(turned.current) < wheelStep) return;
      const offset = event.clientX - element.getBoundingClientRect().left - gridWidth;
      zoomTo(step - Math.sign(turned.current), Math.max(0, offset));
      turned.current = 0;
    };
    // Only a listener that says so may keep the wheel from zooming the whole window.
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [scroller, gridWidth, step, zoomTo]);
}
