import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Tone as ReportTone } from "../../drawing/report";
import { ToneIcon, type Tone } from "../../ui/chip";
import ink from "../../ui/tone-ink.module.css";
import styles from "./tone.module.css";

const tones: Record<Exclude<ReportTone, "neutral">, Tone> = {
  green: "good",
  amber: "warn",
  red: "bad",
  done: "done",
  unreported: "none",
};

/** The tone of the window for one of a report; undefined for the neutral one. */
export function toneOf(tone: ReportTone): Tone | undefined {
  return tone === "neutral" ? undefined : tones[tone];
}

interface TonedProps {
  tone: ReportTone;
  /** Only the colour: the words beside it have the icon already. */
  plain?: boolean;
  children: ReactNode;
}

/** Words in a tone, with its icon: colour is never the only sign. */
export function Toned({ tone, plain = false, children }: TonedProps) {
  const own = toneOf(tone);
  if (!own) return children;
  return (
    <span className={clsx(styles.toned, ink[own])}>
      {!plain && <ToneIcon tone={own} />}
      <span>{children}</span>
    </span>
  );
}
