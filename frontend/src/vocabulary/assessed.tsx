import { clsx } from "clsx";
import type { Status } from "../bridge/model";
import { useRowWords } from "../strings/row-words";
import { ToneIcon } from "../ui/chip";
import styles from "./assessed.module.css";
import { isContradicted } from "./health";
import { statusTone } from "./status-chip";

interface AssessedProps {
  declared: Status | null;
  assessed: Status | null;
}

/** What the facts say of a program: icon and word, in colour only where they say worse than people declare. */
export function Assessed({ declared, assessed }: AssessedProps) {
  const { t } = useRowWords();
  const tone = statusTone(assessed);
  const worse = isContradicted(declared, assessed);
  return (
    <span className={clsx(styles.assessed, worse && styles[tone], assessed === null && styles.none)}>
      <ToneIcon tone={tone} />
      {t(`status.${assessed ?? "none"}`)}
    </span>
  );
}
