import styles from "./timeline-tip.module.css";

interface TimelineTipProps {
  x: number;
  y: number;
  /** Whether it stands above the place, and not below. */
  above: boolean;
  title: string;
  text?: string;
}

/** What a drag would do, beside what is dragged. The live region says the same of the keyboard. */
export function TimelineTip({ x, y, above, title, text }: TimelineTipProps) {
  return (
    <div
      aria-hidden
      className={styles.tip}
      data-above={above || undefined}
      style={{ left: x, top: y }}
      data-tip
    >
      <span className={styles.title}>{title}</span>
      {text && <span>{text}</span>}
    </div>
  );
}
