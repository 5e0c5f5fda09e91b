import { useCallback, type PointerEvent as ReactPointerEvent, type RefObject } from "react";

/** A place on the timeline: pixels from the beginning of the axis and from the top of the first row. */
export interface Place {
  x: number;
  y: number;
  /** Whether it is on the axis, and not on the grid, the header or outside. */
  over: boolean;
}

export interface Gesture {
  /** Receives where the pointer is, and where it was pressed. */
  move: (place: Place, begin: Place) => void;
  drop: (place: Place, begin: Place) => void;
  cancel: () => void;
}

/** How far the pointer moves before a press becomes a drag, and how near the edge it scrolls, in pixels. */
const threshold = 3;
const edge = 28;
const scrollBy = 14;

/** Follows the pointer from a press until it is let go; Escape cancels. A press without a movement is left alone. */
export function usePointerGesture(
  scroller: RefObject<HTMLElement | null>,
  gridWidth: number,
  headerHeight: number,
) {
  return useCallback(
    (event: ReactPointerEvent, gesture: Gesture) => {
      const element = scroller.current;
      if (!element || event.button !== 0) return;
      let dragging = false;
      const placeOf = ({ clientX, clientY }: Pick<PointerEvent, "clientX" | "clientY">): Place => {
        const box = element.getBoundingClientRect();
        const left = clientX - box.left - gridWidth;
        const top = clientY - box.top - headerHeight;
        return {
          x: left + element.scrollLeft,
          y: top + element.scrollTop,
          over: left >= 0 && top >= 0 && clientX < box.right && clientY < box.bottom,
        };
      };
      const begin = placeOf(event);
      const { clientX, clientY } = event;
      const onMove = (now: PointerEvent) => {
        dragging ||= Math.hypot(now.clientX - clientX, now.clientY - clientY) > threshold;
        if (!dragging) return;
        scrollAtEdge(element, gridWidth, headerHeight, now);
        gesture.move(placeOf(now), begin);
      };
      const end = () => {
        window.removeEventListener("pointermove", onMove);
        window.removeEventListener("pointerup", onUp);
        window.removeEventListener("pointercancel", onCancel);
        window.removeEventListener("keydown", onKey, true);
      };
      const onUp = (now: PointerEvent) => {
        end();
        if (dragging) gesture.drop(placeOf(now), begin);
      };
      const onCancel = () => {
        end();
        if (dragging) gesture.cancel();
      };
      const onKey = (key: KeyboardEvent) => {
        if (key.key !== "Escape") return;
        key.preventDefault();
        key.stopPropagation();
        onCancel();
      };
      window.addEventListener("pointermove", onMove);
      window.addEventListener("pointerup", onUp);
      window.addEventListener("pointercancel", onCancel);
      window.addEventListener("keydown", onKey, true);
    },
    [scroller, gridWidth, headerHeight],
  );
}

/** Scrolls on while the pointer is near an edge, so that a drag is not bound to what is in sight. */
function scrollAtEdge(element: HTMLElement, gridWidth: number, headerHeight: number, at: PointerEvent): void {
  const box = element.getBoundingClientRect();
  const outside =
    at.clientX < box.left || at.clientX > box.right || at.clientY < box.top || at.clientY > box.bottom;
  if (outside) return;
  if (at.clientX > box.right - edge) element.scrollLeft += scrollBy;
  else if (at.clientX < box.left + gridWidth + edge) element.scrollLeft -= scrollBy;
  if (at.clientY > box.bottom - edge) element.scrollTop += scrollBy;
  else if (at.clientY < box.top + headerHeight + edge) element.scrollTop -= scrollBy;
}
