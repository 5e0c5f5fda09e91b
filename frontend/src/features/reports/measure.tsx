import { useLayoutEffect, useRef } from "react";
import { PartView, whole } from "./block-view";
import styles from "./measure.module.css";
import type { Measured } from "./paginate";
import type { Part } from "./part";

interface MeasureProps {
  pages: Part[][];
  onMeasured: (pages: Measured[][]) => void;
}

/** Draws all parts where nobody sees them, as wide as on a sheet, and says how high they and their rows are. */
export function Measure({ pages, onMeasured }: MeasureProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = Array.from(box.current?.children ?? []);
    onMeasured(drawn.map((page) => Array.from(page.children, measure)));
  }, [pages, onMeasured]);
  return (
    <div className={styles.out} inert aria-hidden>
      <div ref={box} className={styles.wide}>
        {pages.map((parts, i) => (
          <div key={i}>
            {parts.map((part, j) => (
              <div key={j}>
                <PartView part={part} {...whole} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The heights of a part: each row reaches to the begin of the next one. */
function measure(part: Element): Measured {
  const { top, bottom } = part.getBoundingClientRect();
  const rows = Array.from(part.querySelectorAll("[data-row]"), (row) => row.getBoundingClientRect());
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return { head: 0, rows: [bottom - top], foot: 0 };
  return {
    head: first.top - top,
    rows: rows.map((row, i) => (rows[i + 1]?.top ?? last.bottom) - row.top),
    foot: bottom - last.bottom,
  };
}
