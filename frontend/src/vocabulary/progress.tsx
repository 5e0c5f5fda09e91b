import { clsx } from "clsx";
import type { CSSProperties } from "react";
import { useRowWords } from "../strings/row-words";
import type { Tone } from "../ui/chip";
import fill from "../ui/tone-fill.module.css";
import styles from "./progress.module.css";

/** How much is done: a bar in the colour of the status and the figure, or a dash where it is not reported. */
export function Progress({ percent, tone }: { percent: number | null | undefined; tone: Tone }) {
  const { t } = useRowWords();
  if (percent == null) return <span className={styles.none}>{t("progress.none")}</span>;
  return (
    <span className={styles.progress}>
      <span className={styles.track} aria-hidden>
        <span
          className={clsx(styles.fill, fill[tone])}
          style={{ "--done": `${percent}%` } as CSSProperties}
        />
      </span>
      <span className={styles.figure}>{t("progress.percent", { percent })}</span>
    </span>
  );
}
