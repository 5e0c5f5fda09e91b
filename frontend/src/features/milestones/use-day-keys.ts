import { useRef, useState, type KeyboardEvent } from "react";
import { addMonths, monthOf, sameDayIn, startOfWeek } from "../../lib/calendar";
import { addDays } from "../../lib/dates";

interface DayKeys {
  month: string;
  today: string;
  firstDay: number;
  onMonth: (month: string) => void;
}

/**
 * Moves through the days of a calendar: arrows by a day or a week, Home and End to the ends of the week, Page Up and Page
 * Down by a month. One day is in the tab order; where it leaves the month, the calendar follows.
 */
export function useDayKeys({ month, today, firstDay, onMonth }: DayKeys) {
  const [at, setAt] = useState(today);
  const wanted = useRef(false);
  const current = monthOf(at) === month ? at : monthOf(today) === month ? today : `${month}-01`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const start = startOfWeek(current, firstDay);
    const targets: Partial<Record<string, string>> = {
      ArrowLeft: addDays(current, -1),
      ArrowRight: addDays(current, 1),
      ArrowUp: addDays(current, -7),
      ArrowDown: addDays(current, 7),
      Home: start,
      End: addDays(start, 6),
      PageUp: sameDayIn(addMonths(month, -1), current),
      PageDown: sameDayIn(addMonths(month, 1), current),
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    wanted.current = true;
    setAt(target);
    if (monthOf(target) !== month) onMonth(monthOf(target));
  };

  /** What the cell of a day takes. */
  const cell = (day: string) => ({
    tabIndex: day === current ? 0 : -1,
    ref:
      day === current
        ? (element: HTMLElement | null) => {
            if (!element || !wanted.current || at !== current) return;
            wanted.current = false;
            element.focus();
          }
        : undefined,
    onFocus: () => {
      if (monthOf(day) === month) setAt(day);
    },
  });
  return { cell, onKeyDown };
}

export type DayCell = ReturnType<ReturnType<typeof useDayKeys>["cell"]>;
