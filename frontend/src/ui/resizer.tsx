import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import styles from "./resizer.module.css";

interface ResizerProps {
  label: string;
  /** The width of the area on the right of the line, in pixels. */
  width: number;
  least: number;
  most: number;
  onResize: (width: number) => void;
}

const step = 16;

/** The line on the left of a docked area that changes its width by mouse or arrow keys. */
export function Resizer({ label, width, least, most, onResize }: ResizerProps) {
  const start = useRef<{ x: number; width: number } | undefined>(undefined);
  const resize = (to: number) => onResize(Math.round(Math.max(least, Math.min(to, most))));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) resize(start.current.width + start.current.x - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: width + step, ArrowRight: width - step, Home: least, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    resize(to);
  };

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={styles.resizer}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = undefined)}
      onPointerCancel={() => (start.current = undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
